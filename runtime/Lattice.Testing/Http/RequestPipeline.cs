using Lattice.Stripe.Testing.Answers;
using Lattice.Stripe.Testing.Idempotency;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing.Http;

/// <summary>From request to answer: key, route, headers, body, idempotency, parameters and resource, in Stripe's order.</summary>
internal sealed class RequestPipeline(StripeStandInOptions options, OperationRunner runner)
{
    private readonly Authentication _authentication = new(options.ApiKey);
    private readonly IdempotencyStore _idempotency = new(options.TimeProvider);

    public async Task<Answer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (_authentication.Check(exchange.Request, out bool livemode) is { } unauthorized) return Refuse(exchange, unauthorized);
        exchange.Livemode = livemode;

        if (exchange.Route is not { } route)
            return Refuse(exchange, Refusal.UnrecognizedUrl(exchange.Request.Method, exchange.Request.Path));
        if (HeaderCheck.FindProblem(exchange) is { } odd) return Refuse(exchange, odd);
        if (CheckFormat(exchange.Request, route.Operation) is { } unsupported) return Refuse(exchange, unsupported);
        if (exchange.Parameters.Problem is { } malformed) return Refuse(exchange, malformed);

        return await _idempotency
            .OnceAsync(exchange, cancelled => PerformAsync(exchange, route, cancelled), cancellationToken).ConfigureAwait(false);
    }

    private Task<Answer> PerformAsync(Exchange exchange, RouteMatch route, CancellationToken cancellationToken)
    {
        ParameterNode sent = exchange.Parameters.Root;
        Refusal? invalid = ParameterCheck.FindProblem(sent, route.Operation.Parameters)
            ?? ExpansionCheck.FindProblem(sent, route.Operation.Answer);
        return invalid is null ? runner.RunAsync(exchange, route, cancellationToken) : Task.FromResult(Refuse(exchange, invalid));
    }

    private static Refusal? CheckFormat(StandInRequest request, Operation operation)
    {
        if (request.Body.Length == 0) return null;

        // An operation without a body takes an empty one of its version's kind, which has no parameters to refuse.
        IReadOnlyList<BodyFormat> formats = operation.Formats is { Count: > 0 } named ? named
            : request.IsV2 ? [BodyFormat.Json]
            : [BodyFormat.Form];
        return formats.Contains(request.Format)
            ? null
            : Refusal.Of(
                $"Invalid request: unsupported Content-Type {request.ContentType ?? "(none)"}. "
                + $"Send the parameters as {string.Join(" or ", formats.Select(MediaTypes.NameOf))}.");
    }

    /// <summary>Errors of API v2 name the parameter in their message alone.</summary>
    private static Answer Refuse(Exchange exchange, Refusal refusal) => exchange.Request.IsV2
        ? Answer.Of(refusal with { Param = null }, isV2: true)
        : Answer.Of(refusal, isV2: false);
}
