using System.Text.Json.Nodes;
using Lattice.Slice.Files;
using Lattice.Slice.Secrets;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using JsonValue = Lattice.Spec.Json.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>Annotates the secrets that the rules find, so that the slice declares them.</summary>
internal static class SecretAnnotations
{
    /// <param name="element">A path item or a component of the slice.</param>
    /// <param name="location">The location of the element in the slice.</param>
    public static IReadOnlyList<Secret> Add(JsonObject element, JsonPointer location)
    {
        IReadOnlyList<Secret> secrets = SecretFinder.Find(new SpecDocument(Parse(element, location)));
        int start = location.ToString().Length;
        foreach (Secret secret in secrets)
        {
            KeywordOrder.Set((JsonObject)JsonNodes.Find(element, secret.Pointer[start..])!, OpenApiKeywords.Sensitive, true);
        }

        return secrets;
    }

    /// <summary>A document with only the element at its location.</summary>
    private static JsonValue Parse(JsonObject element, JsonPointer location)
    {
        string text = location.Segments.Reverse().Aggregate(
            JsonOutput.WriteCompact(element), (inner, segment) => $"{{{JsonOutput.WriteCompact(segment)}:{inner}}}");
        return JsonParser.Parse(text, out _)!;
    }
}
