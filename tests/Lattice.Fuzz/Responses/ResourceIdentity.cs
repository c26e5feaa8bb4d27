using System.Text.Json;

namespace Lattice.Fuzz.Responses;

/// <summary>What tells a resource apart from anything else: its property <c>object</c>.</summary>
/// <param name="Object">The value of the property; null if the resource has none.</param>
internal sealed record ResourceIdentity(string? Object)
{
    /// <param name="body">A valid body of the resource.</param>
    public static ResourceIdentity Of(string body) => new(
        JsonElement.Parse(body).TryGetProperty("object", out JsonElement value) ? value.GetString() : null);

    /// <summary>Whether a body has this identity; null if that cannot be said without reading it as the client does.</summary>
    public bool? IsIn(byte[] body)
    {
        if (Object is null)
        {
            return null;
        }

        try
        {
            JsonElement root = JsonElement.Parse(body, new JsonDocumentOptions { MaxDepth = 10_000 });

            // Of two values of one name, the last one counts.
            return root.ValueKind != JsonValueKind.Object ? false
                : !root.TryGetProperty("object", out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
                : value.ValueKind == JsonValueKind.String && value.ValueEquals(Object);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
