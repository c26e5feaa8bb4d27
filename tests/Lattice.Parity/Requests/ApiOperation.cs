using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>An operation that takes a body or none, as the specification has it.</summary>
/// <param name="Path">The path with its placeholders.</param>
/// <param name="MediaType">What the body is; null where there is none.</param>
/// <param name="Body">The body's schema; null where there is none.</param>
internal sealed record ApiOperation(string Path, string? MediaType, JsonObject? Body)
{
    public string Name => $"POST {Path}";

    /// <summary>The path with something for each placeholder.</summary>
    public string ConcretePath
        => string.Join('/', Path.Split('/').Select(segment => segment.StartsWith('{') ? segment.Trim('{', '}') + "_123" : segment));
}
