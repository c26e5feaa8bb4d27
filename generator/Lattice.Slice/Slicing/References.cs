using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>A <c>$ref</c>.</summary>
/// <param name="Text">The value of the keyword.</param>
/// <param name="Location">The location of the object that has it.</param>
internal sealed record Reference(string Text, JsonPointer Location)
{
    /// <summary>The component that the reference points to or into; <see langword="null"/> if it points elsewhere.</summary>
    public ComponentName? Component { get; } = Text.Split('/') is ["#", "components", var section, var name, ..]
        ? new ComponentName(section, JsonPointer.Unescape(Uri.UnescapeDataString(name)))
        : null;
}

/// <summary>The name of a component.</summary>
/// <param name="Section">The section of the components, such as <c>schemas</c>.</param>
internal readonly record struct ComponentName(string Section, string Name)
{
    public const string Schemas = "schemas";

    public bool IsSchema => Section == Schemas;

    public JsonPointer Pointer => JsonPointer.Root / "components" / Section / Name;
}

/// <summary>Finds the references in a part of a slice.</summary>
internal static class References
{
    public static IEnumerable<Reference> Find(JsonNode? node, JsonPointer location) => node switch
    {
        JsonObject element when element["$ref"] is JsonValue reference && reference.TryGetValue(out string? text)
            => [new Reference(text, location)],
        JsonObject element => element
            .Where(member => member.Key != OpenApiKeywords.ExpansionResources && member.Value is JsonObject or JsonArray)
            .SelectMany(member => Find(member.Value, location / member.Key)),
        JsonArray items => items.SelectMany((item, index) => Find(item, location / index.ToString(CultureInfo.InvariantCulture))),
        _ => [],
    };
}
