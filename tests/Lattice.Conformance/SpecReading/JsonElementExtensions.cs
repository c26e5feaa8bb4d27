using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>Reads properties of JSON that may be absent.</summary>
internal static class JsonElementExtensions
{
    /// <summary>Returns the value at the end of a path of names, or <see langword="null"/>.</summary>
    public static JsonElement? Find(this JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json;
    }

    public static string? FindText(this JsonElement json, params ReadOnlySpan<string> names) =>
        json.Find(names) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool HasFlag(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    public static IEnumerable<string> Texts(this JsonElement json, string name) =>
        json.Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    /// <summary>Returns the properties in ordinal order of their names, independent of the order in the file.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Object } members
            ? members.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
            : [];
}
