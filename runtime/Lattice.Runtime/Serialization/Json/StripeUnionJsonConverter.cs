using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Writes a union as the object that it holds, as in Stripe's JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StripeUnionJsonConverter : JsonConverter<StripeUnion>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(StripeUnion).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: read the object with <see cref="StripeJson"/>.</exception>
    public override StripeUnion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        throw new NotSupportedException($"{typeToConvert.Name} cannot be read by JsonSerializer. Use StripeJson.Deserialize.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StripeUnion value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        if (value.GetCase() is { } @object)
        {
            JsonSerializer.Serialize(writer, @object, options.GetTypeInfo(@object.GetType()));
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }
}
