using System.Text.Json;
using Lattice.Fuzz.Findings;
using Lattice.Stripe.Testing;

namespace Lattice.Fuzz.Requests;

/// <summary>What is true of the stand-in's response to any request.</summary>
internal static class RequestInvariants
{
    public const string NoFailure = "The stand-in has no status of its own above 499.";
    public const string Json = "Every response is JSON with a Request-Id.";
    public const string Error = "A response outside 2xx has an error object of Stripe's shape.";
    public const string Secret = "What the stand-in shows of a request contains no secret.";
    public const string Same = "The same requests get the same responses.";
    public const string Replayed = "A request that is repeated with its idempotency key gets the same response.";

    public static IReadOnlyList<Violation> Check(SentRequest request, ReceivedResponse response)
    {
        var violations = new Violations();
        string Describe() => $"{request}\n-> {response}";
        violations.Require(response.Status is >= 200 and < 500, NoFailure, Describe);
        JsonElement? body = response.Parse();
        violations.Require(
            body is { ValueKind: JsonValueKind.Object } && response.MediaType == "application/json"
                && response.Headers.GetValueOrDefault("Request-Id")?.StartsWith("req_", StringComparison.Ordinal) == true,
            Json,
            Describe);
        violations.Require(response.IsSuccess || (body is { } error && IsError(error)), Error, Describe);
        return violations.All;
    }

    public static IReadOnlyList<Violation> CheckLog(IEnumerable<ReceivedRequest> requests)
    {
        var violations = new Violations();
        foreach (string shown in requests.SelectMany(GetTexts))
        {
            violations.Require(!shown.Contains(SecretPlanter.Marker, StringComparison.OrdinalIgnoreCase), Secret, () => shown);
        }

        return violations.All;
    }

    public static IReadOnlyList<Violation> CheckRepeated(IReadOnlyList<ReceivedResponse> first, IReadOnlyList<ReceivedResponse> second)
    {
        var violations = new Violations();
        foreach ((ReceivedResponse one, ReceivedResponse other) in first.Zip(second))
        {
            violations.Require(
                one.Status == other.Status && one.Body.AsSpan().SequenceEqual(other.Body), Same, () => $"{one}\n{other}");
        }

        return violations.All;
    }

    /// <param name="request">A request.</param>
    /// <param name="first">Its response.</param>
    /// <param name="repeated">The response to the same request, sent right after it.</param>
    public static IReadOnlyList<Violation> CheckReplayed(SentRequest request, ReceivedResponse first, ReceivedResponse repeated)
    {
        var violations = new Violations();
        if (request.Method == "POST" && request.FindHeader("Idempotency-Key") is { Length: > 0 } && first.IsSuccess)
        {
            violations.Require(
                first.Status == repeated.Status && first.Body.AsSpan().SequenceEqual(repeated.Body)
                    && repeated.Headers.GetValueOrDefault("Idempotent-Replayed") == "true",
                Replayed,
                () => $"{request}\n-> {first}\n-> {repeated}");
        }

        return violations.All;
    }

    private static bool IsError(JsonElement body) => body.TryGetProperty("error", out JsonElement error)
        && error.ValueKind == JsonValueKind.Object && HasText(error, "type") && HasText(error, "message");

    private static bool HasText(JsonElement error, string name) =>
        error.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > 0;

    private static IEnumerable<string> GetTexts(ReceivedRequest request) =>
    [
        request.ToString(), request.Method, request.Path, request.Body, request.ErrorMessage ?? "", request.ErrorParam ?? "",
        request.ErrorCode ?? "", request.RequestId, request.OperationId ?? "",
        .. request.Headers.Select(header => $"{header.Key}: {header.Value}"),
        .. request.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"),
        .. request.GetRedactedParameters().Select(parameter => $"{parameter.Key}={parameter.Value}"),
    ];
}
