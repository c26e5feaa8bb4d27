using System.Text;

namespace Lattice.Slice.Tests.Support;

/// <summary>A server with one document, which can change.</summary>
internal sealed class SpecServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    public SpecServer(string document)
    {
        Document = document;
        _server = new LoopbackServer(_ => Respond());
    }

    public string Document { get; set; }

    /// <summary>The entity tag of the document; <see langword="null"/> if the server sends none.</summary>
    public string? Tag { get; set; }

    public Uri Address => new(_server.Address, "spec3.json");

    public IReadOnlyList<string> Requests => _server.Requests;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Respond()
    {
        string tag = Tag is null ? "" : $"ETag: {Tag}\r\n";
        return Tag is not null && Requests[^1].Contains($"If-None-Match: {Tag}\r\n", StringComparison.Ordinal)
            ? $"HTTP/1.1 304 Not Modified\r\n{tag}Connection: close\r\n\r\n"
            : $"HTTP/1.1 200 OK\r\n{tag}Content-Length: {Encoding.UTF8.GetByteCount(Document)}\r\nConnection: close\r\n\r\n{Document}";
    }
}
