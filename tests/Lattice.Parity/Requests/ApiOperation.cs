using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>An operation of the specification.</summary>
/// <param name="Path">The path with its placeholders.</param>
/// <param name="MediaType">The media type of the body; null if there is no body.</param>
/// <param name="Body">The schema of the body; null if there is no body.</param>
internal sealed record ApiOperation(string Path, string? MediaType, JsonObject? Body)
{
    public string Name => $"POST {Path}";

    /// <summary>The path with a value for each placeholder.</summary>
    public string ConcretePath
        => string.Join('/', Path.Split('/').Select(segment => segment.StartsWith('{') ? segment.Trim('{', '}') + "_123" : segment));
}
