using System.Text;
using Lattice.Stripe.Testing.Answers;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing.Http;

/// <summary>From request to response: key, route, body, parameters and resource, in Stripe's order.</summary>
internal sealed class RequestPipeline(StripeStandInOptions options)
{
    private readonly StripeSlice _slice = options.Slice ?? StripeSlice.BuiltIn;
    private readonly Authentication _authentication = new(options.ApiKey);

    /// <param name="request">What came in.</param>
    /// <param name="number">The number of the request, which makes its ids unlike those of the others.</param>
    public (StandInResponse Response, ReceivedRequest Received) Answer(StandInRequest request, long number)
    {
        var text = new DeterministicText(options.Seed, number);
        string requestId = "req_" + text.Take("request", 16);
        RouteMatch? route = _slice.Routes.Match(request.Method, request.Path);
        (int status, byte[] body) = Decide(request, route, text);

        return (new StandInResponse(status, HeadersFor(request, requestId, status), body), new ReceivedRequest
        {
            Method = request.Method,
            Path = request.Path,
            Headers = WithoutKey(request.Headers),
            Body = Encoding.UTF8.GetString(request.Body),
            Parameters = request.Parameters,
            Status = status,
            RequestId = requestId,
            OperationId = route?.Operation.Id,
        });
    }

    private (int Status, byte[] Body) Decide(StandInRequest request, RouteMatch? route, DeterministicText text)
    {
        if (_authentication.Check(request, out bool livemode) is { } unauthorized) return Refuse(unauthorized);
        if (route is null) return Refuse(Refusal.UnrecognizedUrl(request.Method, request.Path));
        if (CheckBody(request, route.Operation) is { } unsupported) return Refuse(unsupported);
        if (ParameterTree.Build(request.Parameters, out ParameterNode sent) is { } malformed) return Refuse(malformed);
        if (ParameterCheck.FindProblem(sent, route.Operation.Parameters) is { } invalid) return Refuse(invalid);

        var facts = new AnswerFacts(
            options.TimeProvider.GetUtcNow().ToUnixTimeSeconds(), livemode, text, request.Path,
            SubjectOf(request, route));
        return (route.Operation.Status, ResourceWriter.Write(route.Operation.Answer, sent, facts));
    }

    /// <summary>The resource in the path, else the first one that a parameter names.</summary>
    private static string? SubjectOf(StandInRequest request, RouteMatch route)
        => route.PathParameters.Count > 0
            ? route.PathParameters[^1]
            : request.Parameters.Select(parameter => parameter.Value).FirstOrDefault(IdPrefixes.IsId);

    private static (int Status, byte[] Body) Refuse(Refusal refusal) => (refusal.Status, ErrorBody.Write(refusal));

    private static Refusal? CheckBody(StandInRequest request, Operation operation)
    {
        if (operation.UnsupportedMediaType is { } other)
            return Refusal.Of($"This operation takes {other}, and the stand-in takes forms only.");

        return request.Body.Length == 0 || request.HasFormBody
            ? null
            : Refusal.Of(
                $"Invalid request: unsupported Content-Type {request.ContentType ?? "(none)"}. "
                + "Send the parameters as application/x-www-form-urlencoded.");
    }

    private List<KeyValuePair<string, string>> HeadersFor(StandInRequest request, string requestId, int status)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Request-Id", requestId),
            new("Stripe-Version", request.Headers.GetValueOrDefault("Stripe-Version", _slice.ApiVersion)),
        ];
        if (request.Headers.TryGetValue("Idempotency-Key", out string? key)) headers.Add(new("Idempotency-Key", key));
        if (status == 401) headers.Add(new("WWW-Authenticate", "Bearer realm=\"Stripe\""));
        return headers;
    }

    private static Dictionary<string, string> WithoutKey(IReadOnlyDictionary<string, string> headers)
    {
        Dictionary<string, string> kept = new(headers, StringComparer.OrdinalIgnoreCase);
        if (kept.TryGetValue("Authorization", out string? value))
            kept["Authorization"] = ApiKeyText.RedactAuthorization(value);
        return kept;
    }
}
