using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Stripe.Buffers;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Serialization.Form;

/// <content>Free-form maps, whose values are JSON. They are written like parameters of the same shape.</content>
public ref partial struct FormWriter
{
    // The maximum depth of Utf8JsonWriter.
    private const int MaxJsonDepth = 1000;

    /// <summary>
    /// Writes a free-form map as <c>name[key]=…</c>: a nested object as <c>name[key][field]=…</c>, an array as
    /// <c>name[key][0]=…</c>, null and an empty object or array as <c>name[key]=</c>, a boolean as <c>true</c> or <c>false</c>, and a
    /// number with its own digits, without an exponent if a decimal holds it exactly. The keys are in ordinal order. An empty map writes
    /// nothing; a cleared map writes <c>name=</c>.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The entries.</param>
    /// <exception cref="ArgumentException">
    /// A cleared map has entries, or a value cannot be written as JSON, such as <see cref="double.NaN"/>.
    /// </exception>
    public void WriteJsonMap(scoped ReadOnlySpan<byte> name, StripeMap<JsonNode?>? values)
    {
        if (values is null)
        {
            return;
        }

        if (IsCleared(values))
        {
            WriteEmpty(name);
            return;
        }

        int mark = Push(name);
        if (values.Count > 0)
        {
            WriteJson(values);
        }

        _prefix.Truncate(mark);
    }

    /// <summary>Writes a free-form map as an element of a list or a map.</summary>
    /// <inheritdoc cref="WriteJsonMap" path="/exception"/>
    public void WriteValue(StripeMap<JsonNode?>? values)
    {
        if (values is { Count: > 0 } && !IsCleared(values))
        {
            WriteJson(values);
        }
        else
        {
            WriteOwnName();
        }
    }

    /// <summary>Writes the entries. They are written as JSON text first, because a node may hold any .NET value.</summary>
    private void WriteJson(StripeMap<JsonNode?> values)
    {
        using var buffer = new PooledBufferWriter();
        using (var json = new Utf8JsonWriter(buffer))
        {
            JsonBodyWriter.WriteObject(json, values);
        }

        using JsonDocument document = JsonDocument.Parse(buffer.Bytes.Memory, new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
        WriteJson(document.RootElement);
    }

    private void WriteJson(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteJsonObject(value);
                break;
            case JsonValueKind.Array:
                WriteJsonArray(value);
                break;
            case JsonValueKind.String:
                WriteOwn(value.GetString());
                break;
            case JsonValueKind.Number:
                WriteJsonNumber(value.GetRawText());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                WriteValue(value.GetBoolean());
                break;
            default:
                WriteOwnName();
                break;
        }
    }

    private void WriteJsonObject(JsonElement value)
    {
        List<JsonProperty> properties = [.. value.EnumerateObject()];
        properties.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (JsonProperty property in properties)
        {
            int element = PushKey(property.Name);
            WriteJson(property.Value);
            _prefix.Truncate(element);
        }

        if (properties.Count == 0)
        {
            WriteOwnName();
        }
    }

    private void WriteJsonArray(JsonElement value)
    {
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            int element = PushIndex(index++);
            WriteJson(item);
            _prefix.Truncate(element);
        }

        if (index == 0)
        {
            WriteOwnName();
        }
    }

    private void WriteJsonNumber(string text)
    {
        if (text.AsSpan().IndexOfAny('e', 'E') >= 0
            && JsonNumber.TryGetDecimal(System.Text.Encoding.ASCII.GetBytes(text), out decimal number))
        {
            WriteOwn(number);
        }
        else
        {
            WriteOwn(text);
        }
    }
}
