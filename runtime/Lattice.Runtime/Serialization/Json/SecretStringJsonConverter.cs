using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// Writes <c>"[redacted]"</c> for any secret and reads nothing but null: what was redacted cannot come back. It is public
/// because code that System.Text.Json generates has to make one.
/// </summary>
public sealed class SecretStringJsonConverter : JsonConverter<SecretString>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override SecretString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : throw ApiError();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(SecretString.Redacted);
    }

    /// <inheritdoc/>
    public override SecretString ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw ApiError();

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(SecretString.Redacted);
    }

    // The message must not quote the token: it may be the secret.
    private static JsonException ApiError() => new(
        "A SecretString is not read from JSON, because it is written as \"[redacted]\". Make it with new SecretString(...).");
}
