using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>
/// The types that generated code calls by their simple names. No schema produces one of these names; see <see cref="ReservedNames"/>.
/// Other types keep their full names: <c>Task</c> and <c>Uri</c> are words that the project of a user may well use in the same
/// namespace.
/// </summary>
internal static class ImportedNames
{
    private static readonly Dictionary<string, string[]> s_types = new(StringComparer.Ordinal)
    {
        ["System"] = ["DateTimeOffset", "Obsolete"],
        ["System.CodeDom.Compiler"] = ["GeneratedCode"],
        ["System.Collections.Generic"] = ["IAsyncEnumerable", "IReadOnlyDictionary", "IReadOnlyList", "KeyValuePair"],
        ["System.Collections.ObjectModel"] = ["ReadOnlyDictionary"],
        ["System.Diagnostics.CodeAnalysis"] = ["ExcludeFromCodeCoverage", "NotNullIfNotNull"],
        ["System.Text.Json"] = ["JsonElement"],
        ["System.Text.Json.Nodes"] = ["JsonNode"],
        ["System.Text.Json.Serialization"] = ["JsonConverter", "JsonPropertyName"],
        ["System.Threading"] = ["CancellationToken"],
        ["Lattice.Stripe"] = [.. ReservedNames.OfRuntime],
        ["Lattice.Stripe.Serialization.Form"] = [.. ReservedNames.OfFormSerialization],
        ["Lattice.Stripe.Serialization.Json"] = [.. ReservedNames.OfJsonSerialization],
        ["Lattice.Stripe.Serialization.Multipart"] = [.. ReservedNames.OfMultipartSerialization],
    };

    // The namespace of each type, by its full name.
    private static readonly Dictionary<string, string> s_namespaces = s_types
        .SelectMany(entry => entry.Value.Select(name => (Namespace: entry.Key, FullName: $"{entry.Key}.{name}")))
        .ToDictionary(type => type.FullName, type => type.Namespace, StringComparer.Ordinal);

    /// <summary>The namespace of the type with which the path starts; <see langword="null"/> if the type keeps its full name.</summary>
    /// <param name="path">The full name of a type, and of a member if one follows.</param>
    public static string? FindNamespace(string path)
    {
        for (int end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (s_namespaces.TryGetValue(path.Substring(0, end), out string? found))
            {
                return found;
            }
        }

        return null;
    }
}
