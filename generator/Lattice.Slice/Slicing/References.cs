using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Slicing;

/// <summary>A <c>$ref</c>.</summary>
/// <param name="Text">The reference as it is written.</param>
/// <param name="Location">The object that has it.</param>
internal sealed record Reference(string Text, JsonPointer Location)
{
    /// <summary>The component that the reference leads to or into; <see langword="null"/> if it leads elsewhere.</summary>
    public ComponentName? Component { get; } = Text.Split('/') is ["#", "components", var section, var name, ..]
        ? new ComponentName(section, JsonPointer.Unescape(Uri.UnescapeDataString(name)))
        : null;
}

/// <summary>The name of a component.</summary>
/// <param name="Section">The kind of the component, such as <c>schemas</c>.</param>
internal readonly record struct ComponentName(string Section, string Name)
{
    public const string Schemas = "schemas";

    public bool IsSchema => Section == Schemas;

    public JsonPointer Pointer => JsonPointer.Root / "components" / Section / Name;
}

/// <summary>Finds what a part of a slice refers to.</summary>
internal static class References
{
    public static IEnumerable<Reference> Find(JsonNode? node, JsonPointer location) => node switch
    {
        JsonObject element when element["$ref"] is System.Text.Json.Nodes.JsonValue reference && reference.TryGetValue(out string? text) => [new Reference(text, location)],
        JsonObject element => element
            .Where(member => member.Key != OpenApiKeywords.ExpansionResources && member.Value is JsonObject or JsonArray)
            .SelectMany(member => Find(member.Value, location / member.Key)),
        JsonArray items => items.SelectMany((item, index) => Find(item, location / index.ToString(CultureInfo.InvariantCulture))),
        _ => [],
    };
}
