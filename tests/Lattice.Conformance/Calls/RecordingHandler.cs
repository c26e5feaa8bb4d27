using System.Net;
using System.Net.Http.Headers;

namespace Lattice.Conformance.Calls;

/// <summary>A request that was sent.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Address, MediaTypeHeaderValue? ContentType, byte[] Body, string? ApiVersion);

/// <summary>Replaces the network: records the request and returns a configured response.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    public RecordedRequest? Request { get; private set; }

    public byte[] Response { get; set; } = "{}"u8.ToArray();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = new RecordedRequest(
            request.Method,
            request.RequestUri!,
            request.Content?.Headers.ContentType,
            request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken),
            request.Headers.TryGetValues("Stripe-Version", out IEnumerable<string>? versions) ? versions.First() : null);
        var content = new ByteArrayContent(Response);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, Headers = { { "Request-Id", "req_conformance" } } };
    }
}
