using System.Net;
using System.Net.Http.Headers;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;

namespace Lattice.Stripe.Testing.Hosting;

/// <summary>Converts the messages of <see cref="HttpClient"/> into those of the pipeline and back.</summary>
internal sealed class StandInHandler(StripeStandIn standIn) : HttpMessageHandler
{
    /// <summary>Reads a message of <see cref="HttpClient"/> and its content.</summary>
    public static async Task<ApiRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => RequestOf(request, request.Content is null
            ? []
            : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ApiRequest read = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return await RespondAsync(request, read, cancellationToken).ConfigureAwait(false);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        return RespondAsync(request, RequestOf(request, body.ToArray()), cancellationToken).GetAwaiter().GetResult();
    }

    private static ApiRequest RequestOf(HttpRequestMessage request, byte[] body)
    {
        Uri address = request.RequestUri
            ?? throw new InvalidOperationException("The request has no address (RequestUri is null).");
        return new ApiRequest(request.Method.Method, address.PathAndQuery, HeadersOf(request), body);
    }

    private async Task<HttpResponseMessage> RespondAsync(
        HttpRequestMessage request, ApiRequest read, CancellationToken cancellationToken)
    {
        ApiResponse response = await standIn.RespondAsync(read, cancellationToken).ConfigureAwait(false)
            ?? throw ConnectionDropped();

        var content = new ByteArrayContent(response.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode)
        {
            Content = content,
            RequestMessage = request,
            Version = request.Version,
        };
        foreach ((string name, string value) in response.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>The exception of <see cref="SocketsHttpHandler"/> when the server closes the connection.</summary>
    private static HttpRequestException ConnectionDropped()
    {
        const string Message = "The connection was dropped before a response arrived, because a test stubbed that.";
        return new HttpRequestException(HttpRequestError.ResponseEnded, Message, new IOException(Message));
    }

    private static Dictionary<string, string> HeadersOf(HttpRequestMessage request)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        AddTo(headers, request.Headers);
        if (request.Content is not null)
        {
            AddTo(headers, request.Content.Headers);
        }

        return headers;
    }

    private static void AddTo(Dictionary<string, string> headers, HttpHeaders source)
    {
        // The unvalidated view contains invalid values as well.
        foreach ((string name, HeaderStringValues values) in source.NonValidated)
        {
            headers[name] = string.Join(", ", values);
        }
    }
}
