using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// Writes <c>"[redacted]"</c> for every secret and reads only null, because a redacted value cannot be restored. It is public because
/// code that System.Text.Json generates creates instances.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecretStringJsonConverter : JsonConverter<SecretString>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override SecretString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : throw CreateException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(SecretString.Redacted);
    }

    /// <inheritdoc/>
    public override SecretString ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw CreateException();

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(SecretString.Redacted);
    }

    // The message does not quote the token, which may be the secret.
    private static JsonException CreateException() => new(
        "A SecretString is not read from JSON, because it is written as \"[redacted]\". Create it with new SecretString(...).");
}
