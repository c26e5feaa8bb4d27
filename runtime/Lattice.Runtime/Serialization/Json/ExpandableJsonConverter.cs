using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Writes a reference with System.Text.Json as Stripe does: the object if it is expanded, otherwise its id.</summary>
internal sealed class ExpandableJsonConverter<T> : JsonConverter<Expandable<T>>
    where T : StripeObject
{
    public override Expandable<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new Expandable<T>(reader.GetString()!)
            : throw new NotSupportedException($"An expanded {typeof(T).Name} cannot be read by JsonSerializer. Use StripeJson.Deserialize.");

    public override void Write(Utf8JsonWriter writer, Expandable<T> value, JsonSerializerOptions options)
    {
        if (value.Value is { } expanded)
        {
            JsonSerializer.Serialize(writer, expanded, options.GetTypeInfo(expanded.GetType()));
        }
        else
        {
            writer.WriteStringValue(value.Id);
        }
    }
}
