using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>A request that is sent to both servers.</summary>
/// <param name="Operation">The operation, as reports name it.</param>
/// <param name="Kind">The mistake, or the kind of valid request, as the list of differences names it.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="MediaType">The media type of the body; null if there is no body.</param>
/// <param name="Body">The parameters; null if there is no body.</param>
internal sealed record ParityRequest(string Operation, string Kind, string Method, string Path, string? MediaType, JsonNode? Body)
{
    /// <summary>A key that every server accepts.</summary>
    public const string Key = "sk_test_123";

    /// <summary>The invalid parameter, as errors name it; null if absent.</summary>
    public string? Param { get; init; }

    public string? Authorization { get; init; } = $"Bearer {Key}";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public override string ToString() => Param is null ? $"{Operation}, {Kind}" : $"{Operation}, {Kind} {Param}";
}
