namespace Lattice.TestSupport.Http;

public delegate Task<HttpResponseMessage> Responder(HttpRequestMessage request, CancellationToken cancellationToken);

/// <summary>Replaces the network: records each request and returns stub responses.</summary>
public sealed class StubHandler(Responder response) : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public bool IsDisposed { get; private set; }

    public static StubHandler Responding(int status, string body, params (string Name, string Value)[] headers) =>
        new((_, _) => Task.FromResult(StubResponse.Of(status, body, headers)));

    public static StubHandler Responding(int status, byte[] body, params (string Name, string Value)[] headers) =>
        new((_, _) => Task.FromResult(StubResponse.Of(status, new ByteArrayContent(body), headers)));

    public static StubHandler Failing(Exception exception) => new((_, _) => Task.FromException<HttpResponseMessage>(exception));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        RecordedRequest recorded = await RecordedRequest.OfAsync(request);
        lock (_requests)
        {
            _requests.Add(recorded);
        }

        return await response(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
