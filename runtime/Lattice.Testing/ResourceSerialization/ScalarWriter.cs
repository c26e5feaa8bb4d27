using System.Globalization;
using System.Text.Json;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Writes a single value in the format of its schema.</summary>
internal static class ScalarWriter
{
    /// <summary>Writes the value, unless the schema is of another type.</summary>
    public static bool TryWrite(Utf8JsonWriter json, object value, Schema schema)
    {
        if (schema.Kind == SchemaKind.Union)
        {
            return schema.Cases.Any(unionCase => TryWrite(json, value, unionCase));
        }

        switch (value, schema.Kind)
        {
            case (string text, SchemaKind.String or SchemaKind.Any):
                json.WriteStringValue(text);
                return true;
            case (SecretString secret, SchemaKind.String or SchemaKind.Any):
                json.WriteStringValue(secret.Reveal());
                return true;
            case (bool flag, SchemaKind.Boolean or SchemaKind.Any):
                json.WriteBooleanValue(flag);
                return true;
            case (DateTimeOffset time, SchemaKind.Integer):
                json.WriteNumberValue(time.ToUnixTimeSeconds());
                return true;
            case (DateTimeOffset time, SchemaKind.String or SchemaKind.Any):
                json.WriteStringValue(Rfc3339.Write(time));
                return true;
            case (long number, SchemaKind.Integer or SchemaKind.Number or SchemaKind.Any):
                json.WriteNumberValue(number);
                return true;
            case (decimal number, SchemaKind.Number or SchemaKind.Any):
                json.WriteNumberValue(number);
                return true;
            case (long or decimal, SchemaKind.String):
                // Strings hold numbers that JSON numbers cannot hold exactly.
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}
