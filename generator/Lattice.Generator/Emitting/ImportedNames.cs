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
        ["System.Collections.Generic"] = ["IReadOnlyDictionary", "IReadOnlyList", "KeyValuePair"],
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

    private static readonly HashSet<string> s_fullNames = [.. s_types.SelectMany(entry => entry.Value.Select(name => $"{entry.Key}.{name}"))];

    public static IEnumerable<string> Namespaces => s_types.Keys;

    /// <summary>Whether the path starts with a type of the namespace; a member of the type may follow.</summary>
    public static bool Contains(string @namespace, string path)
    {
        if (path.Length <= @namespace.Length || path[@namespace.Length] != '.' || !path.StartsWith(@namespace, StringComparison.Ordinal))
        {
            return false;
        }

        int end = path.IndexOf('.', @namespace.Length + 1);
        return s_fullNames.Contains(end < 0 ? path : path.Substring(0, end));
    }
}
