using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lattice.Stripe;

namespace Lattice.Fuzz.Responses;

/// <summary>
/// Puts a marker into the fields of a resource that are secrets according to its type, and into a field that the type does not have.
/// </summary>
internal static class SecretMarker
{
    public const string Text = "Qx7MARKERz9";

    /// <summary>Replaces the strings that are secrets.</summary>
    /// <param name="json">The JSON of the resource, as far as it fits the type.</param>
    /// <param name="type">The type of the resource.</param>
    public static void Plant(JsonNode? json, Type type)
    {
        if (json is not JsonObject fields || !type.IsSubclassOf(typeof(StripeObject)))
        {
            return;
        }

        foreach (PropertyInfo property in type.GetProperties())
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name is { } name && fields[name] is { } value)
            {
                Plant(fields, name, value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            }
        }

        fields["unknown_secret"] = new JsonObject { ["client_secret"] = Text };
    }

    private static void Plant(JsonObject owner, string name, JsonNode value, Type type)
    {
        if (type == typeof(SecretString))
        {
            owner[name] = value.GetValueKind() == System.Text.Json.JsonValueKind.String ? Text : value.DeepClone();
        }
        else if (value is JsonArray items && type.IsGenericType)
        {
            foreach (JsonNode? item in items)
            {
                Plant(item, type.GetGenericArguments()[0]);
            }
        }
        else
        {
            Plant(value, type);
        }
    }
}
