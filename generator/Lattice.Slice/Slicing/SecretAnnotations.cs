using System.Text.Json.Nodes;
using Lattice.Slice.Secrets;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using JsonValue = Lattice.Spec.Json.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>Annotates what the rules call a secret, so that a slice says for itself what is one.</summary>
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

    /// <summary>A document that has the element at its location and nothing else.</summary>
    private static JsonValue Parse(JsonObject element, JsonPointer location)
    {
        string text = location.Segments.Reverse().Aggregate(
            SliceText.WriteCompact(element), (inner, segment) => $"{{{SliceText.WriteCompact(segment)}:{inner}}}");
        return JsonParser.Parse(text, out _)!;
    }
}
