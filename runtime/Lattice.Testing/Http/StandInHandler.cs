using System.Net;
using System.Net.Http.Headers;

namespace Lattice.Stripe.Testing.Http;

/// <summary>Turns HttpClient's messages into the core's and back.</summary>
internal sealed class StandInHandler(StripeStandIn standIn) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        byte[] body = request.Content is null
            ? []
            : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return Answer(request, body);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        return Answer(request, body.ToArray());
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        Uri address = request.RequestUri
            ?? throw new InvalidOperationException("The request has no address (RequestUri is null).");
        StandInResponse answer = standIn.Answer(
            new StandInRequest(request.Method.Method, address.PathAndQuery, HeadersOf(request), body));

        var content = new ByteArrayContent(answer.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(StandInResponse.ContentType);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = content,
            RequestMessage = request,
            Version = request.Version,
        };
        foreach ((string name, string value) in answer.Headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static Dictionary<string, string> HeadersOf(HttpRequestMessage request)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        AddTo(headers, request.Headers);
        if (request.Content is not null) AddTo(headers, request.Content.Headers);
        return headers;
    }

    private static void AddTo(Dictionary<string, string> headers, HttpHeaders source)
    {
        // The unvalidated view holds what was set, even where it is no valid header value.
        foreach ((string name, HeaderStringValues values) in source.NonValidated)
            headers[name] = string.Join(", ", values);
    }
}
