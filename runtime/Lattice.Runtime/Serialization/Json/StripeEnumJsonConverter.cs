using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Writes and reads an open enum as a string with System.Text.Json.</summary>
/// <typeparam name="T">The type of the enum.</typeparam>
public sealed class StripeEnumJsonConverter<T> : JsonConverter<T>
    where T : struct, IStripeEnum<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.FromString(reader.GetString() ?? throw new JsonException($"The value of a {typeof(T).Name} must be a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
