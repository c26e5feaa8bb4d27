using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Lattice.Stripe;
using Microsoft.Extensions.Logging;

namespace Fabrikam.LegacyBridge.Clients
{
    public abstract class StripeClientDecorator : IStripeClient
    {
        protected StripeClientDecorator(IStripeClient inner) { Inner = inner ?? throw new ArgumentNullException(nameof(inner)); }

        protected IStripeClient Inner { get; }

        public abstract ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource;
    }

    public sealed class LoggingStripeClient : StripeClientDecorator
    {
        private readonly ILogger _logger;

        public LoggingStripeClient(IStripeClient inner, ILogger<LoggingStripeClient> logger) : base(inner) { _logger = logger; }

        public override async ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        {
            // The text of parameters has their names and no values.
            _logger.LogDebug("{Operation} starts: {Parameters}, {Options}", request.Operation.Name, request.Parameters, request.Options);
            StripeResult<TResource> result = await Inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (result.IsSuccess)
                _logger.LogDebug("{Operation} ended: {Response}", request.Operation.Name, result.Response);
            else
                _logger.LogWarning("{Operation} failed: {Type}, {Id}", request.Operation.Name, result.Error.Type, result.Error.RequestId);
            return result;
        }
    }

    public sealed class MeteredStripeClient : StripeClientDecorator
    {
        public const string TelemetryName = "Fabrikam.LegacyBridge";

        private static readonly ActivitySource Activities = new ActivitySource(TelemetryName);
        private static readonly Meter Metrics = new Meter(TelemetryName, "3.4");
        private static readonly Histogram<double> Duration = Metrics.CreateHistogram<double>("bridge.stripe.duration", "s");
        private readonly string _tenant;

        public MeteredStripeClient(IStripeClient inner, string tenant) : base(inner) { _tenant = tenant; }

        public override async ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        {
            string outcome = "exception";
            long start = Stopwatch.GetTimestamp();
            using Activity activity = Activities.StartActivity(request.Operation.Name);
            activity?.SetTag("bridge.tenant", _tenant);
            try
            {
                StripeResult<TResource> result = await Inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
                outcome = result.IsSuccess ? "ok" : result.Error.Type.Value;
                activity?.SetStatus(result.IsSuccess ? ActivityStatusCode.Ok : ActivityStatusCode.Error, result.Error?.Code);
                return result;
            }
            finally
            {
                var tags = new TagList { { "tenant", _tenant }, { "operation", request.Operation.Name }, { "outcome", outcome } };
                Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
            }
        }
    }

    /// <summary>Asks once more what became of a call, with the same key, so that nothing happens twice.</summary>
    public sealed class SecondChanceClient : StripeClientDecorator
    {
        public SecondChanceClient(IStripeClient inner) : base(inner) { }

        public override async ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        {
            StripeResult<TResource> first = await Inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (first.IsSuccess || !first.Error.IsOutcomeUnknown || first.Error.IdempotencyKey == null)
                return first;

            var options = new StripeRequestOptions(request.Options) { IdempotencyKey = first.Error.IdempotencyKey };
            var repeated = request with { Options = options };
            StripeResult<TResource> second = await Inner.SendAsync(repeated, cancellationToken).ConfigureAwait(false);

            // Any other error says nothing about the first call, so its outcome is as unknown as before.
            bool isSettled = second.IsSuccess || second.Error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired;
            return isSettled ? second : first;
        }
    }
}
