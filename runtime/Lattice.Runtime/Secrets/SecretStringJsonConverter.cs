using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe;

/// <summary>Writes <c>"[redacted]"</c> for any secret and reads nothing but null: what was redacted cannot come back.</summary>
internal sealed class SecretStringJsonConverter : JsonConverter<SecretString>
{
    public override bool HandleNull => true;

    public override SecretString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : throw Refusal();

    public override void Write(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options) =>
        writer.WriteStringValue(SecretString.Redacted);

    public override SecretString ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw Refusal();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options) =>
        writer.WritePropertyName(SecretString.Redacted);

    // The message must not quote the token: it may be the secret.
    private static JsonException Refusal() => new(
        "A SecretString is not read from JSON, because it is written as \"[redacted]\". Make it with new SecretString(...).");
}
