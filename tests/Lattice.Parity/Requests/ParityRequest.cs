using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>A request that two servers are asked.</summary>
/// <param name="Operation">The operation that it was made from, as reports call it.</param>
/// <param name="Kind">What is wrong with it, or how it is right; the word that the list of differences uses.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="MediaType">What the body is; null where there is none.</param>
/// <param name="Body">The parameters; null where there is no body.</param>
internal sealed record ParityRequest(string Operation, string Kind, string Method, string Path, string? MediaType, JsonNode? Body)
{
    /// <summary>A key that every server takes.</summary>
    public const string Key = "sk_test_123";

    /// <summary>The parameter that is wrong, as errors name it; null where none is.</summary>
    public string? Param { get; init; }

    public string? Authorization { get; init; } = $"Bearer {Key}";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public override string ToString() => Param is null ? $"{Operation}, {Kind}" : $"{Operation}, {Kind} {Param}";
}
