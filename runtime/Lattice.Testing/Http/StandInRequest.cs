using System.Text;
using Lattice.Stripe.Testing.Parameters;

namespace Lattice.Stripe.Testing.Http;

/// <summary>A request as the stand-in's core sees it, free of any HTTP stack.</summary>
internal sealed class StandInRequest
{
    private const string FormMediaType = "application/x-www-form-urlencoded";

    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="target">Path and query as they are on the wire, percent-encoding included.</param>
    /// <param name="headers">The headers; the dictionary has to ignore the case of names.</param>
    /// <param name="body">The body's bytes; empty when there is none.</param>
    public StandInRequest(string method, string target, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        int query = target.IndexOf('?', StringComparison.Ordinal);
        Method = method;
        Path = query < 0 ? target : target[..query];
        Headers = headers;
        Body = body;

        List<KeyValuePair<string, string>> parameters = [];
        if (query >= 0) FormParser.Parse(Encoding.UTF8.GetBytes(target[(query + 1)..]), parameters);
        if (HasFormBody) FormParser.Parse(body, parameters);
        Parameters = parameters;
    }

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] Body { get; }

    /// <summary>The decoded pairs of the query and of a form body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    public string? ContentType => Headers.GetValueOrDefault("Content-Type");

    public bool HasFormBody
        => ContentType?.Split(';')[0].Trim().Equals(FormMediaType, StringComparison.OrdinalIgnoreCase) ?? false;
}
