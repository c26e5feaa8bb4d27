using System.Net;
using System.Net.Http.Headers;

namespace Lattice.Conformance.Calls;

/// <summary>A request that was sent.</summary>
/// <param name="Body">The body, or <see langword="null"/> if the request has no content.</param>
internal sealed record RecordedRequest(
    HttpMethod Method, Uri Address, MediaTypeHeaderValue? ContentType, byte[]? Body, HttpRequestHeaders Headers)
{
    /// <summary>The query as it is sent, without the question mark.</summary>
    public string Query => Address.PathAndQuery.Split('?', 2) is [_, var query] ? query : "";

    /// <summary>Returns the value of a header, or <see langword="null"/> if it is absent.</summary>
    public string? GetHeader(string name) =>
        Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;
}

/// <summary>Replaces the network: records the requests and returns the responses in order, the last one again and again.</summary>
internal sealed class RecordingHandler(params IReadOnlyList<byte[]> responses) : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add(new RecordedRequest(
            request.Method,
            request.RequestUri!,
            request.Content?.Headers.ContentType,
            request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken),
            request.Headers));
        byte[] response = responses.Count == 0 ? "{}"u8.ToArray() : responses[Math.Min(_requests.Count, responses.Count) - 1];
        var content = new ByteArrayContent(response);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, Headers = { { "Request-Id", "req_conformance" } } };
    }
}
