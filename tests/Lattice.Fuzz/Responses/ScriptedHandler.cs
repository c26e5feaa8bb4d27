using System.Net;

namespace Lattice.Fuzz.Responses;

/// <summary>Replaces the network: each attempt ends as the script says; the last one again and again.</summary>
/// <param name="script">What happens to the attempts.</param>
/// <param name="chunk">The largest number of bytes that one read of a body returns.</param>
internal sealed class ScriptedHandler(IReadOnlyList<Attempt> script, int chunk) : HttpMessageHandler
{
    /// <summary>The number of attempts so far.</summary>
    public int Attempts { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Attempt attempt = script[Math.Min(Attempts++, script.Count - 1)];
        if (attempt.End == AttemptEnd.NoConnection)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "There is no connection.");
        }

        await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask);
        if (attempt.End == AttemptEnd.NoResponse)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was closed.", new IOException("It was closed."));
        }

        var response = new HttpResponseMessage((HttpStatusCode)attempt.Status)
        {
            Content = new StreamContent(new ChunkedStream(attempt.Body, chunk, attempt.End == AttemptEnd.BrokenBody)),
            RequestMessage = request,
        };
        foreach ((string name, string value) in attempt.Headers)
        {
            // A name or a value that no header can have is not added.
            _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
