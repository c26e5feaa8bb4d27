using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// Writes parameters as a JSON body. A value that is <see langword="null"/> writes nothing. 64-bit integers and decimal numbers are
/// strings if the specification requires it; times are RFC 3339 in UTC.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct JsonBodyWriter
{
    private readonly Utf8JsonWriter _json;

    // Whether parameters that cannot be sent are written as well, because only their names are needed.
    private readonly bool _skipsChecks;

    private JsonBodyWriter(Utf8JsonWriter json, bool skipsChecks)
    {
        _json = json;
        _skipsChecks = skipsChecks;
    }

    /// <summary>Writes a string.</summary>
    public void WriteString(scoped ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    /// <summary>Writes a secret string.</summary>
    public void WriteSecret(scoped ReadOnlySpan<byte> name, SecretString? value) =>
        WriteString(name, value is { HasValue: true } secret ? secret.Reveal() : null);

    /// <summary>Writes an integer as a number.</summary>
    public void WriteInt64(scoped ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    /// <summary>Writes a decimal number as a number.</summary>
    public void WriteDecimal(scoped ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    /// <summary>Writes an integer as a string.</summary>
    public void WriteInt64Text(scoped ReadOnlySpan<byte> name, long? value) =>
        WriteString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a decimal number as a string.</summary>
    public void WriteDecimalText(scoped ReadOnlySpan<byte> name, decimal? value) =>
        WriteString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a boolean.</summary>
    public void WriteBoolean(scoped ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            _json.WriteBoolean(name, flag);
        }
    }

    /// <summary>Writes a time as RFC 3339 in UTC.</summary>
    public void WriteDateTime(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _json.WriteString(name, time.UtcDateTime);
        }
    }

    /// <summary>Writes a time as whole seconds since the Unix epoch.</summary>
    public void WriteUnixTime(scoped ReadOnlySpan<byte> name, DateTimeOffset? value) => WriteInt64(name, value?.ToUnixTimeSeconds());

    /// <summary>Writes an object.</summary>
    public void WriteObject(scoped ReadOnlySpan<byte> name, JsonParams? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(name);
            WriteValue(value);
        }
    }

    /// <summary>Writes a list of strings.</summary>
    public void WriteStrings(scoped ReadOnlySpan<byte> name, IReadOnlyList<string?>? values) =>
        WriteList(name, values, static (writer, value) => writer._json.WriteStringValue(value));

    /// <summary>Writes an open enum, unless it is <see langword="default"/>.</summary>
    public void WriteEnum<T>(scoped ReadOnlySpan<byte> name, StripeEnum<T>? value)
        where T : StripeEnumValues => WriteString(name, value.GetValueOrDefault().TextOrNull);

    /// <summary>Writes a list of open enums.</summary>
    public void WriteEnums<T>(scoped ReadOnlySpan<byte> name, IReadOnlyList<StripeEnum<T>>? values)
        where T : StripeEnumValues =>
        WriteList(name, values, static (writer, value) => writer._json.WriteStringValue(value.Value));

    /// <summary>Writes a list of integers.</summary>
    public void WriteInt64s(scoped ReadOnlySpan<byte> name, IReadOnlyList<long>? values) =>
        WriteList(name, values, static (writer, value) => writer._json.WriteNumberValue(value));

    /// <summary>Writes a list of objects.</summary>
    public void WriteObjects(scoped ReadOnlySpan<byte> name, IReadOnlyList<JsonParams?>? values) =>
        WriteList(name, values, static (writer, value) => writer.WriteValue(value));

    /// <summary>Writes a map; a null value as null, a cleared map as null.</summary>
    public void WriteStringMap(scoped ReadOnlySpan<byte> name, StripeMap<string?>? values) =>
        WriteMap(name, values, static (writer, value) => writer._json.WriteStringValue(value));

    internal static void WriteBody(PooledBufferWriter buffer, JsonParams? parameters, bool skipsChecks = false)
    {
        using var json = new Utf8JsonWriter(buffer);
        new JsonBodyWriter(json, skipsChecks).WriteBodyObject(parameters);
    }

    private void WriteBodyObject(JsonParams? parameters)
    {
        _json.WriteStartObject();
        JsonBodyWriter writer = this;
        parameters?.Write(ref writer);
        _json.WriteEndObject();
    }
}
