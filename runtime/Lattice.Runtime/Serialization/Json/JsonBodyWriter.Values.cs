using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Stripe.Serialization.Json;

/// <content>Lists and maps of any type. An element that is null is written as null.</content>
public readonly ref partial struct JsonBodyWriter
{
    /// <summary>Writes a list.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The elements.</param>
    /// <param name="write">Writes an element.</param>
    public void WriteList<T>(scoped ReadOnlySpan<byte> name, IReadOnlyList<T>? values, JsonValueWriter<T> write)
    {
        if (values is not null)
        {
            _json.WritePropertyName(name);
            WriteValue(values, write);
        }
    }

    /// <summary>Writes a map; a cleared one as null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The entries.</param>
    /// <param name="write">Writes the value of an entry.</param>
    /// <exception cref="ArgumentException">A cleared map has entries.</exception>
    public void WriteMap<T>(scoped ReadOnlySpan<byte> name, StripeMap<T>? values, JsonValueWriter<T> write)
    {
        if (values is not null)
        {
            _json.WritePropertyName(name);
            WriteValue(values, write);
        }
    }

    /// <summary>Writes a free-form map; a cleared one as null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The entries.</param>
    /// <exception cref="ArgumentException">
    /// A cleared map has entries, or a value cannot be written as JSON, such as <see cref="double.NaN"/>.
    /// </exception>
    public void WriteJsonMap(scoped ReadOnlySpan<byte> name, StripeMap<JsonNode?>? values)
    {
        if (values is not null)
        {
            _json.WritePropertyName(name);
            WriteValue(values);
        }
    }

    /// <summary>Writes a string as an element.</summary>
    public void WriteValue(string? value) => _json.WriteStringValue(value);

    /// <summary>Writes an integer as an element, as a number.</summary>
    public void WriteValue(long? value)
    {
        if (value is { } number)
        {
            _json.WriteNumberValue(number);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    /// <summary>Writes a decimal number as an element, as a number.</summary>
    public void WriteValue(decimal? value)
    {
        if (value is { } number)
        {
            _json.WriteNumberValue(number);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    /// <summary>Writes a boolean as an element.</summary>
    public void WriteValue(bool? value)
    {
        if (value is { } flag)
        {
            _json.WriteBooleanValue(flag);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    /// <summary>Writes a time as an element, in whole seconds since the Unix epoch.</summary>
    public void WriteValue(DateTimeOffset? value) => WriteValue(value?.ToUnixTimeSeconds());

    /// <summary>Writes an integer as an element, as a string.</summary>
    public void WriteTextValue(long? value) => WriteValue(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a decimal number as an element, as a string.</summary>
    public void WriteTextValue(decimal? value) => WriteValue(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a time as an element, as RFC 3339 in UTC.</summary>
    public void WriteDateTimeValue(DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _json.WriteStringValue(time.UtcDateTime);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    /// <summary>Writes an object as an element.</summary>
    public void WriteValue(JsonParams? value)
    {
        if (value is null)
        {
            _json.WriteNullValue();
        }
        else
        {
            WriteBodyObject(value);
        }
    }

    /// <summary>Writes a list as an element.</summary>
    public void WriteValue<T>(IReadOnlyList<T>? values, JsonValueWriter<T> write)
    {
        if (values is null)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartArray();
        for (int i = 0; i < values.Count; i++)
        {
            write(this, values[i]);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a map as an element; a cleared one as null.</summary>
    /// <exception cref="ArgumentException">A cleared map has entries.</exception>
    public void WriteValue<T>(StripeMap<T>? values, JsonValueWriter<T> write)
    {
        if (values is null || IsCleared(values))
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in values)
        {
            _json.WritePropertyName(entry.Key);
            write(this, entry.Value);
        }

        _json.WriteEndObject();
    }

    /// <summary>Writes a free-form map as an element; a cleared one as null.</summary>
    /// <inheritdoc cref="WriteJsonMap" path="/exception"/>
    public void WriteValue(StripeMap<JsonNode?>? values)
    {
        if (values is null || IsCleared(values))
        {
            _json.WriteNullValue();
        }
        else
        {
            WriteObject(_json, values);
        }
    }

    internal static void WriteObject(Utf8JsonWriter json, StripeMap<JsonNode?> values)
    {
        json.WriteStartObject();
        foreach (KeyValuePair<string, JsonNode?> entry in values)
        {
            json.WritePropertyName(entry.Key);
            WriteNode(json, entry.Key, entry.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, string key, JsonNode? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        try
        {
            value.WriteTo(json);
        }
        catch (InvalidOperationException exception)
        {
            // A node that was parsed from JSON with a lone surrogate fails only here.
            throw new ArgumentException($"The value of '{key}' cannot be written as JSON. {exception.Message}", exception);
        }
    }

    private bool IsCleared<T>(StripeMap<T> values)
    {
        if (values.IsCleared && !_skipsChecks)
        {
            values.CheckCleared();
        }

        return values.IsCleared;
    }
}
