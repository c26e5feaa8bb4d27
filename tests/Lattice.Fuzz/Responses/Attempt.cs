using System.Text;

namespace Lattice.Fuzz.Responses;

/// <summary>How an attempt ends.</summary>
internal enum AttemptEnd
{
    /// <summary>With a complete response.</summary>
    Response,

    /// <summary>With a response that ends in the middle of its body.</summary>
    BrokenBody,

    /// <summary>Without a response, after the request was sent.</summary>
    NoResponse,

    /// <summary>Without a connection, so that nothing was sent.</summary>
    NoConnection,
}

/// <summary>What happens to an attempt of a call.</summary>
/// <param name="End">How it ends.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Headers">The headers of the response.</param>
/// <param name="Body">The body of the response.</param>
internal sealed record Attempt(AttemptEnd End, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string? FindHeader(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public override string ToString() => string.Join('\n',
    [
        $"{End} {Status}", .. Headers.Select(header => $"{header.Key}: {header.Value}"), "", Encoding.Latin1.GetString(Body),
    ]);
}
