using System.Text;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Idempotency;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>
/// From request to response, in Stripe's order: key, route, headers, body, stubbed rejections, idempotency, parameters, resource. Every
/// request is logged.
/// </summary>
internal sealed class RequestPipeline(
    StripeStandInOptions options, StripeSlice slice, OperationRunner runner, MeterEventSessions sessions)
{
    private readonly RequestLog _log = new(options.MaxRequests, options.MaxRequestBytes);
    private readonly Authentication _authentication = new(options.ApiKey, sessions);
    private readonly IdempotencyStore _idempotency = new(options.TimeProvider);

    public RequestLog Log => _log;

    /// <summary>The check of parameters.</summary>
    public ParameterCheck Check { get; } = new(options.AllowUnlistedValues);

    /// <returns>The response; null if the connection is to be dropped.</returns>
    public async Task<ApiResponse?> RespondAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        long number = _log.TakeNumber();
        var context = new RequestContext(
            request, slice.Routes.Match(request.Method, request.Path), new DeterministicText(options.Seed, number));
        _log.Add(number, context.Received);
        try
        {
            ApiResponse response = await RespondAsync(context, cancellationToken).ConfigureAwait(false);
            if (response.IsDropped)
            {
                return null;
            }

            context.Received.Complete(response);
            return response with { Headers = ResponseHeaders.For(context, response, slice.ApiVersion) };
        }
        finally
        {
            _log.Update(number);

            // A request that its caller gave up was received as well.
            options.OnReceived?.Invoke(context.Received);
        }
    }

    private async Task<ApiResponse> RespondAsync(RequestContext context, CancellationToken cancellationToken)
    {
        if (_authentication.FindError(context.Request, out bool livemode) is { } unauthorized)
        {
            return Fail(context, unauthorized);
        }

        context.Livemode = livemode;
        if (!PercentEncoding.TryDecode(Encoding.UTF8.GetBytes(context.Request.Path), plusIsSpace: false, out _))
        {
            return Fail(context, ApiError.Of("Invalid request URL: its path is not UTF-8 text."));
        }

        if (context.Route is not { } route)
        {
            return Fail(context, ApiError.UnrecognizedUrl(context.Request.Method, context.Request.Path));
        }

        ApiError? error = HeaderCheck.FindError(context)
            ?? FindFormatError(context.Request, route.Operation)
            ?? context.Parameters.Error;
        if (error is not null)
        {
            return Fail(context, error);
        }

        if (await runner.RejectAsync(context, route, cancellationToken).ConfigureAwait(false) is { } rejected)
        {
            return rejected;
        }

        Task<ApiResponse> PerformAsync(CancellationToken canceled) => CarryOutAsync(context, route, canceled);
        ApiResponse response = await (context.GetKeyedRequest() is { } keyed
            ? _idempotency.OnceAsync(keyed, PerformAsync, cancellationToken)
            : PerformAsync(cancellationToken)).ConfigureAwait(false);

        // What was lost once can be lost again when it is sent again.
        return response.IsReplayed && runner.LosesResponse(route) ? response with { IsDropped = true } : response;
    }

    private static ApiError? FindFormatError(ApiRequest request, Operation operation)
    {
        if (request.Body.Length == 0)
        {
            return null;
        }

        // If the slice names no body, the format of the API version is accepted; any parameter in it is then unknown.
        IReadOnlyList<BodyFormat> formats = operation.Formats is { Count: > 0 } declared ? declared
            : request.IsV2 ? [BodyFormat.Json]
            : [BodyFormat.Form];
        return formats.Contains(request.Format)
            ? null
            : ApiError.Of(
                $"Invalid request: unsupported Content-Type {request.ContentType ?? "(none)"}. "
                + $"Send the parameters as {string.Join(" or ", formats.Select(MediaTypes.NameOf))}.");
    }

    private Task<ApiResponse> CarryOutAsync(RequestContext context, RouteMatch route, CancellationToken cancellationToken)
    {
        ParameterNode sent = context.Parameters.Root;
        ApiError? error = Check.FindError(sent, route.Operation.Parameters)
            ?? ExpansionCheck.FindError(sent, route.Operation.Response);
        return error is null ? runner.RunAsync(context, route, cancellationToken) : Task.FromResult(Fail(context, error));
    }

    /// <summary>Errors of API v2 name the parameter in their message only.</summary>
    private static ApiResponse Fail(RequestContext context, ApiError error) => context.Request.IsV2
        ? ApiResponse.Of(error with { Param = null }, isV2: true)
        : ApiResponse.Of(error, isV2: false);
}
