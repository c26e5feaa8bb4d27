using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Writes and reads an open enum as a string with System.Text.Json.</summary>
internal sealed class StripeEnumJsonConverter<TValues> : JsonConverter<StripeEnum<TValues>>
    where TValues : StripeEnumValues
{
    public override StripeEnum<TValues> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException($"The value of a {typeof(TValues).Name} must be a string."));

    public override void Write(Utf8JsonWriter writer, StripeEnum<TValues> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
