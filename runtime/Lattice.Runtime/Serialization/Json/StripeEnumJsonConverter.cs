using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Lets System.Text.Json write and read an open enum as its text.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class StripeEnumJsonConverter<T> : JsonConverter<T>
    where T : struct, IStripeEnum<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.FromString(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
