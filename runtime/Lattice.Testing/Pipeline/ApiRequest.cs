using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>A request to the stand-in, independent of any HTTP stack.</summary>
internal sealed class ApiRequest
{
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="target">The path and query as they are on the wire, percent-encoding included.</param>
    /// <param name="headers">The headers; the dictionary must ignore the case of names.</param>
    /// <param name="body">The body's bytes; empty if there is no body.</param>
    public ApiRequest(string method, string target, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        int query = target.IndexOf('?', StringComparison.Ordinal);
        Method = method;
        Path = query < 0 ? target : target[..query];
        Query = query < 0 ? "" : target[(query + 1)..];
        Headers = headers;
        Body = body;
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>The text after the question mark, as it is on the wire.</summary>
    public string Query { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] Body { get; }

    public string? ContentType => Headers.GetValueOrDefault("Content-Type");

    public BodyFormat Format => MediaTypes.FormatOf(ContentType);

    /// <summary>Whether the request is one of API v2, whose requests and errors have other shapes than those of v1.</summary>
    public bool IsV2 => Path.StartsWith("/v2/", StringComparison.Ordinal);
}
