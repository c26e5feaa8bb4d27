using System.Text.Json;

namespace Lattice.Fuzz.Responses;

/// <summary>What tells a resource apart from anything else: its property <c>object</c>.</summary>
/// <param name="Object">The value of the property; null if the resource has none.</param>
internal sealed record ResourceIdentity(string? Object)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="body">A valid body of the resource.</param>
    public static ResourceIdentity Of(string body) => new(
        JsonElement.Parse(body).TryGetProperty("object", out JsonElement value) ? value.GetString() : null);

    /// <summary>Whether a body has this identity; null if it has none, so that its required properties decide.</summary>
    public bool? IsIn(byte[] body)
    {
        ReadOnlySpan<byte> text = body.AsSpan().StartsWith(ByteOrderMark) ? body.AsSpan(ByteOrderMark.Length) : body;
        try
        {
            JsonElement root = JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = 10_000 });

            if (root.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            // The name may occur twice. A union is told by the first value, and a class by the last one.
            List<JsonElement> values =
            [
                .. root.EnumerateObject().Where(property => property.NameEquals("object")).Select(property => property.Value)
                    .Where(value => value.ValueKind != JsonValueKind.Null),
            ];
            return Object is null || values.Count == 0 ? null
                : values.Exists(value => value.ValueKind == JsonValueKind.String && value.ValueEquals(Object));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
