using System.Text.Json.Nodes;
using Lattice.Generator.Reading;

namespace Lattice.Slice.Slicing;

/// <summary>A property that nobody is to see by accident.</summary>
internal sealed record Secret(string Pointer, string Reason);

/// <summary>Marks what is secret by its name, so that a secret of tomorrow does not get into a log for want of a mark.</summary>
internal static class DefaultSecrets
{
    public const string Extension = "x-lattice-sensitive";

    // Addresses that let whoever opens them act, and values that are secret in one resource only.
    private static readonly Dictionary<(string Resource, string Property), string> s_known = new()
    {
        [("account_link", "url")] = "whoever opens it acts as the account's owner",
        [("apps.secret", "payload")] = "it is the secret that is stored",
        [("billing_portal.session", "url")] = "whoever opens it manages the customer's billing",
        [("checkout.session", "url")] = "whoever opens it sees the customer's checkout and can pay with what is saved",
        [("file_link", "url")] = "whoever opens it reads the file, without a key",
        [("identity.verification_session", "url")] = "whoever opens it takes the verification",
        [("issuing.card", "cvc")] = "it is a card's security code",
        [("issuing.card", "number")] = "it is a card's number",
        [("login_link", "url")] = "whoever opens it is logged in as the account's owner",
        [("v2.core.account_link", "url")] = "whoever opens it acts as the account's owner",
    };

    /// <summary>Marks the secrets among the properties of a schema, and those of the objects in it.</summary>
    /// <param name="resource">The resource whose schema it is; <see langword="null"/> within one and in a body.</param>
    /// <param name="unmarked">The places of those that are to be read by everybody.</param>
    public static IReadOnlyList<Secret> Mark(JsonNode? schema, JsonPath path, string? resource, IReadOnlySet<string> unmarked)
    {
        if (schema is JsonArray arms)
        {
            return [.. arms.SelectMany((arm, index) => Mark(arm, path / index.ToString("0", null), resource: null, unmarked))];
        }

        var found = new List<Secret>();
        if (schema is not JsonObject element)
        {
            return found;
        }

        foreach ((string name, JsonNode? property) in element["properties"] as JsonObject ?? [])
        {
            JsonPath place = path / "properties" / name;
            if (property is JsonObject text && IsText(text)
                && GetReason(resource, name) is { } reason && !unmarked.Contains(place.ToPointer()))
            {
                KeywordOrder.Set(text, Extension, true);
                found.Add(new Secret(place.ToPointer(), reason));
            }

            found.AddRange(Mark(property, place, resource: null, unmarked));
        }

        foreach (string keyword in (string[])["items", "additionalProperties", "anyOf", "oneOf", "allOf"])
        {
            found.AddRange(Mark(element[keyword], path / keyword, resource: null, unmarked));
        }

        return found;
    }

    /// <summary>Marks the secrets among the parameters of operations, by path.</summary>
    public static IReadOnlyList<Secret> MarkBodies(JsonObject paths, IReadOnlySet<string> unmarked) =>
    [
        .. from item in paths
           from media in item.Value!["post"]!["requestBody"]?["content"] as JsonObject ?? []
           let path = JsonPath.Root / "paths" / item.Key / "post" / "requestBody" / "content" / media.Key / "schema"
           from secret in Mark(media.Value?["schema"], path, resource: null, unmarked)
           select secret,
    ];

    private static string? GetReason(string? resource, string property) =>
        property == "secret" || property.EndsWith("_secret", StringComparison.Ordinal) ? $"its name is {property}: it stands for a key"
        : property == "authentication_token" ? "its name is authentication_token: it stands for a key"
        : resource is not null ? s_known.GetValueOrDefault((resource, property))
        : null;

    private static bool IsText(JsonObject schema) => schema["type"]?.ToString() == "string" && schema["enum"] is null;
}
