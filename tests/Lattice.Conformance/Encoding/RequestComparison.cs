using System.Text.Json;
using Lattice.Conformance.Calls;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Encoding;

/// <summary>Reports how a request differs from the one that the specification and the sample values ask for.</summary>
internal static class RequestComparison
{
    public const string ApiKey = "sk_test_conformance";

    public static IEnumerable<string> Compare(
        SpecDocument spec, ApiOperation operation, Dictionary<string, object?> values, string[] path, RecordedRequest request) =>
    [
        .. CompareEnvelope(spec, operation, path, request),
        .. FormComparison.Compare(operation.BodyKind == BodyKind.None ? FormEncoder.Encode(values) : "", request.Query),
        .. CompareBodies(operation, values, request),
    ];

    /// <summary>Compares the method, the address without its query, and the headers.</summary>
    public static IEnumerable<string> CompareEnvelope(
        SpecDocument spec, ApiOperation operation, string[] path, RecordedRequest request) =>
        [.. CompareAddress(operation, path, request), .. CompareHeaders(spec, operation, request)];

    private static IEnumerable<string> CompareAddress(ApiOperation operation, string[] path, RecordedRequest request)
    {
        string expected = GetAddress(operation, path).AbsoluteUri;
        string actual = request.Address.GetLeftPart(UriPartial.Path);
        return request.Method == operation.Method && actual == expected
            ? []
            : [$"expected {operation.Method} {expected}, got {request.Method} {actual}"];
    }

    private static IEnumerable<string> CompareHeaders(SpecDocument spec, ApiOperation operation, RecordedRequest request)
    {
        foreach ((string name, string expected) in (IEnumerable<(string, string)>)
            [("Stripe-Version", spec.Version), ("Authorization", $"Bearer {ApiKey}"), ("Accept", "application/json")])
        {
            if (request.GetHeader(name) != expected)
            {
                yield return $"expected {name} {expected}, got {request.GetHeader(name) ?? "nothing"}";
            }
        }

        bool hasKey = request.GetHeader("Idempotency-Key") is { Length: > 0 };
        if (hasKey != operation.HasIdempotencyKey)
        {
            yield return $"expected {(operation.HasIdempotencyKey ? "an" : "no")} Idempotency-Key";
        }
    }

    private static IEnumerable<string> CompareBodies(ApiOperation operation, Dictionary<string, object?> values, RecordedRequest request)
    {
        string? expectedType = operation.BodyKind switch
        {
            BodyKind.Form => "application/x-www-form-urlencoded",
            BodyKind.Json => "application/json",
            BodyKind.Multipart => "multipart/form-data",
            _ => null,
        };
        if (expectedType is null)
        {
            // The runtime also sees from empty content whether a request that changes something was sent. A GET has no content.
            return request.Body is null || (request.Body.Length == 0 && operation.Method != HttpMethod.Get)
                ? []
                : [$"expected no body, got {request.Body.Length} bytes"];
        }

        if (request.ContentType?.MediaType != expectedType)
        {
            return [$"expected {expectedType}, got {request.ContentType?.MediaType ?? "no content"}"];
        }

        try
        {
            byte[] body = request.Body ?? [];
            return operation.BodyKind switch
            {
                BodyKind.Form => FormComparison.Compare(FormEncoder.Encode(values), System.Text.Encoding.UTF8.GetString(body)),
                BodyKind.Json => [.. JsonComparison.Compare(values, JsonElement.Parse(body))],
                _ => [.. MultipartComparison.Compare(values, MultipartBodyReader.Read(body, GetBoundary(request)))],
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return [$"the body cannot be read: {exception.Message}"];
        }
    }

    private static Uri GetAddress(ApiOperation operation, string[] path)
    {
        string route = operation.Path;
        for (int i = 0; i < path.Length; i++)
        {
            route = route.Replace($"{{{operation.PathParameters[i]}}}", Uri.EscapeDataString(path[i]), StringComparison.Ordinal);
        }

        return new Uri(operation.Server.TrimEnd('/') + route);
    }

    private static string GetBoundary(RecordedRequest request) =>
        request.ContentType!.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"')
            ?? throw new FormatException("the content type has no boundary");
}
