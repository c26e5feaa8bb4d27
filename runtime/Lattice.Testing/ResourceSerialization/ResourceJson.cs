using System.Text;
using System.Text.Json;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Reads a resource that a test has as JSON.</summary>
internal static class ResourceJson
{
    /// <param name="json">The resource.</param>
    /// <param name="parameter">The name of the argument, for the exception.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object.</exception>
    public static WrittenResource Read(string json, string parameter)
    {
        ArgumentNullException.ThrowIfNull(json, parameter);

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new WrittenResource(Encoding.UTF8.GetBytes(json), FindLink(document.RootElement))
                : throw new ArgumentException($"A resource is a JSON object, but the JSON is {NameOf(document.RootElement)}.", parameter);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The resource is not valid JSON. {exception.Message}", parameter, exception);
        }
    }

    private static string NameOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static HostedLink? FindLink(JsonElement json)
        => json.TryGetProperty("url", out JsonElement url) && url.ValueKind == JsonValueKind.String
            ? new HostedLink(url.GetString()!, json.TryGetProperty("expires_at", out JsonElement time) ? ReadTime(time) : null)
            : null;

    /// <summary>A time of API v1, which is a number, or of API v2.</summary>
    private static DateTimeOffset? ReadTime(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out long seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds())
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return json.ValueKind == JsonValueKind.String && Rfc3339.TryRead(json.GetString()!, out DateTimeOffset time) ? time : null;
    }
}
