using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Idempotency;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>From request to answer: key, route, headers, body, idempotency, parameters and resource, in Stripe's order.</summary>
internal sealed class RequestPipeline(StripeStandInOptions options, OperationRunner runner)
{
    private readonly Authentication _authentication = new(options.ApiKey);
    private readonly IdempotencyStore _idempotency = new(options.TimeProvider);

    public async Task<ApiResponse> RespondAsync(RequestContext context, CancellationToken cancellationToken)
    {
        if (_authentication.Check(context.Request, out bool livemode) is { } unauthorized)
        {
            return Refuse(context, unauthorized);
        }

        context.Livemode = livemode;

        if (context.Route is not { } route)
        {
            return Refuse(context, ApiError.UnrecognizedUrl(context.Request.Method, context.Request.Path));
        }

        if (HeaderCheck.FindError(context) is { } odd)
        {
            return Refuse(context, odd);
        }

        if (CheckFormat(context.Request, route.Operation) is { } unsupported)
        {
            return Refuse(context, unsupported);
        }

        if (context.Parameters.Problem is { } malformed)
        {
            return Refuse(context, malformed);
        }

        return await _idempotency
            .OnceAsync(context, cancelled => PerformAsync(context, route, cancelled), cancellationToken).ConfigureAwait(false);
    }

    private Task<ApiResponse> PerformAsync(RequestContext context, RouteMatch route, CancellationToken cancellationToken)
    {
        ParameterNode sent = context.Parameters.Root;
        ApiError? invalid = ParameterCheck.FindError(sent, route.Operation.Parameters)
            ?? ExpansionCheck.FindError(sent, route.Operation.ApiResponse);
        return invalid is null ? runner.RunAsync(context, route, cancellationToken) : Task.FromResult(Refuse(context, invalid));
    }

    private static ApiError? CheckFormat(ApiRequest request, Operation operation)
    {
        if (request.Body.Length == 0)
        {
            return null;
        }

        // An operation without a body takes an empty one of its version's kind, which has no parameters to refuse.
        IReadOnlyList<BodyFormat> formats = operation.Formats is { Count: > 0 } named ? named
            : request.IsV2 ? [BodyFormat.Json]
            : [BodyFormat.Form];
        return formats.Contains(request.Format)
            ? null
            : ApiError.Of(
                $"Invalid request: unsupported Content-Type {request.ContentType ?? "(none)"}. "
                + $"Send the parameters as {string.Join(" or ", formats.Select(MediaTypes.NameOf))}.");
    }

    /// <summary>Errors of API v2 name the parameter in their message alone.</summary>
    private static ApiResponse Refuse(RequestContext context, ApiError error) => context.Request.IsV2
        ? ApiResponse.Of(error with { Param = null }, isV2: true)
        : ApiResponse.Of(error, isV2: false);
}
