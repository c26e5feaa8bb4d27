using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Writes and reads an open enum as a string with System.Text.Json.</summary>
internal sealed class StripeEnumJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IStripeEnum).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A struct without a parameterless constructor has none to keep.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>

        // The enum itself creates its converter, because a generic type cannot be made from a Type in an app compiled ahead of time.
        ((IStripeEnum)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateJsonConverter();

    /// <summary>The converter of one open enum.</summary>
    internal sealed class Of<TValues> : JsonConverter<StripeEnum<TValues>>
        where TValues : StripeEnumValues
    {
        /// <inheritdoc/>
        public override StripeEnum<TValues> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException($"The value of a {typeof(TValues).Name} must be a string."));

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, StripeEnum<TValues> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}

/// <summary>Any open enum.</summary>
internal interface IStripeEnum
{
    JsonConverter CreateJsonConverter();
}
