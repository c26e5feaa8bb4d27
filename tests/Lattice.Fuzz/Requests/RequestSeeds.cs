using System.Text;
using System.Text.Json.Nodes;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing;

namespace Lattice.Fuzz.Requests;

/// <summary>A slice, and the requests that mutations start from: valid ones, and ones with a mistake, for every operation.</summary>
internal sealed class RequestSeeds
{
    // Instead of the boundary that .NET draws at random.
    private const string Boundary = "----fuzz-boundary";

    public RequestSeeds(string slice)
    {
        Slice = StripeSlice.Parse(slice);
        JsonObject paths = JsonNode.Parse(slice)!["paths"]!.AsObject();
        Posts = [.. ParityRequests.Create(Specification.Parse(slice)).Select(Encode)];
        Others =
        [
            .. paths.SelectMany(path => path.Value!.AsObject()
                .Where(operation => operation.Key is "get" or "delete")
                .Select(operation => Create(operation.Key.ToUpperInvariant(), path.Key))),
        ];
        Names = [.. Posts.SelectMany(FindNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public StripeSlice Slice { get; }

    public IReadOnlyList<SentRequest> Posts { get; }

    public IReadOnlyList<SentRequest> Others { get; }

    /// <summary>Names of parameters.</summary>
    public IReadOnlyList<string> Names { get; }

    private static SentRequest Create(string method, string path) => new(
        method,
        WithLastId(path, segment => segment.StartsWith('{')),
        [new("Authorization", $"Bearer {ParityRequest.Key}")],
        ContentType: null,
        Body: null);

    private static SentRequest Encode(ParityRequest request)
    {
        List<KeyValuePair<string, string>> headers = [.. request.Headers];
        if (request.Authorization is { } authorization)
        {
            headers.Add(new("Authorization", authorization));
        }

        // The requests have an id that no object has.
        string path = WithLastId(request.Path, segment => segment.EndsWith("_123", StringComparison.Ordinal));
        using HttpContent? content = BodyEncoder.Encode(request);
        string? type = content?.Headers.ContentType?.ToString();
        byte[]? body = content?.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        string? boundary = content?.Headers.ContentType?.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"');
        return boundary is null
            ? new SentRequest(request.Method, path, headers, type, body)
            : new SentRequest(
                request.Method,
                path,
                headers,
                type!.Replace(boundary, Boundary, StringComparison.Ordinal),
                Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body!).Replace(boundary, Boundary, StringComparison.Ordinal)));
    }

    private static string WithLastId(string path, Func<string, bool> isId) =>
        string.Join('/', path.Split('/').Select(segment => isId(segment) ? SentRequest.LastId : segment));

    private static IEnumerable<string> FindNames(SentRequest request) =>
        request.ContentType?.Contains("form-urlencoded", StringComparison.Ordinal) == true
            ? Encoding.UTF8.GetString(request.Body!).Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]))
            : [];
}
