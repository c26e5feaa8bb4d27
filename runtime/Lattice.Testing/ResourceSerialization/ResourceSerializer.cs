using System.Collections;
using System.Text.Json;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Writes a resource that a test created as the JSON that Stripe would send for it.</summary>
internal sealed class ResourceSerializer
{
    private readonly Utf8JsonWriter _json;

    private ResourceSerializer(Utf8JsonWriter json) => _json = json;

    /// <exception cref="UnwritableValueException">A value does not match the slice's schema.</exception>
    public static WrittenResource Write(StripeObject resource, Schema schema)
    {
        byte[] json = JsonResponse.Write(
            writer => new ResourceSerializer(writer).WriteObject(resource, schema, resource.GetType().Name));
        return new WrittenResource(json, ResourceLink.Find(resource, schema));
    }

    private void WriteObject(StripeObject source, Schema schema, string path)
    {
        if (UnionCases.Unwrap(source, schema) is { } only)
        {
            WriteObject(only.Value, only.Case, $"{path}.{only.Value.GetType().Name}");
            return;
        }

        Schema shape = UnionCases.ShapeOf(source, schema)
            ?? throw new UnwritableValueException(path, $"the schema has {NameOf(schema)} there, not an object");
        IReadOnlyDictionary<string, JsonElement> extra = source.GetExtraFields();
        var members = new Members(source);

        _json.WriteStartObject();
        foreach (Property property in shape.Properties)
        {
            WriteProperty(source, property, members, extra, path);
        }

        foreach ((string name, JsonElement value) in extra)
        {
            WriteExtra(name, value);
        }

        _json.WriteEndObject();

        if (members.FindUnusedButSet() is { } unused)
        {
            throw new UnwritableValueException(
                $"{path}.{unused}", $"the schema{(shape.Component is { } name ? $" '{name}'" : "")} has no property of this name");
        }
    }

    private void WriteProperty(
        StripeObject source, Property property, Members members, IReadOnlyDictionary<string, JsonElement> extra, string path)
    {
        // The extra fields contain values that did not match their type.
        Member? member = members.Take(property);
        if (member is null || extra.ContainsKey(property.Name) || source.GetMissingFields().Contains(property.Name))
        {
            return;
        }

        // Times cannot be null, so the default value means that the time is not set.
        if (member.Value is DateTimeOffset time && time == default)
        {
            return;
        }

        if (IsNull(member.Value))
        {
            if (property.Schema.Nullable)
            {
                _json.WriteNull(property.Name);
            }

            return;
        }

        _json.WritePropertyName(property.Name);
        WriteValue(member.Value!, property.Schema, $"{path}.{member.Name}");
    }

    private void WriteExtra(string name, JsonElement value)
    {
        _json.WritePropertyName(name);
        value.WriteTo(_json);
    }

    private void WriteValue(object value, Schema schema, string path)
    {
        switch (value)
        {
            case JsonElement json:
                json.WriteTo(_json);
                break;
            case StripeObject nested:
                WriteObject(nested, schema, path);
                break;
            case string or bool or long or decimal or DateTimeOffset or SecretString:
                if (!ScalarWriter.TryWrite(_json, value, schema))
                {
                    throw new UnwritableValueException(path, $"the schema has {NameOf(schema)} there");
                }

                break;
            case IEnumerable values:
                WriteMany(values, schema, path);
                break;
            default:
                WriteStruct(value, schema, path);
                break;
        }
    }

    /// <summary>Writes a map, whose elements are entries, or a list.</summary>
    private void WriteMany(IEnumerable values, Schema schema, string path)
    {
        if (MapEntry.IsMap(values))
        {
            _json.WriteStartObject();
            foreach (MapEntry entry in MapEntry.Of(values))
            {
                _json.WritePropertyName(entry.Key);
                WriteElement(entry.Value, UnionCases.Find(schema, SchemaKind.Object)?.MapValues, $"{path}[{entry.Key}]");
            }

            _json.WriteEndObject();
            return;
        }

        _json.WriteStartArray();
        int index = 0;
        foreach (object? value in values)
        {
            WriteElement(value, UnionCases.Find(schema, SchemaKind.Array)?.Items, $"{path}[{index++}]");
        }

        _json.WriteEndArray();
    }

    private void WriteElement(object? value, Schema? schema, string path)
    {
        if (IsNull(value))
        {
            _json.WriteNullValue();
        }
        else
        {
            WriteValue(value!, schema ?? new Schema(), path);
        }
    }

    /// <summary>Writes an open enum, or a reference to an object.</summary>
    private void WriteStruct(object value, Schema schema, string path)
    {
        if (StripeStructs.EnumText(value) is { } text)
        {
            _json.WriteStringValue(text);
            return;
        }

        (string? id, StripeObject? expanded) = StripeStructs.Reference(value)
            ?? throw new UnwritableValueException(path, $"a value of type {value.GetType().Name} cannot be written as JSON");
        if (expanded is null)
        {
            _json.WriteStringValue(id);
        }
        else
        {
            WriteObject(expanded, schema, path);
        }
    }

    private static bool IsNull(object? value)
        => value is null or SecretString { HasValue: false } or JsonElement { ValueKind: JsonValueKind.Undefined }
        || StripeStructs.Reference(value) is { Id: null };

    private static string NameOf(Schema schema) => schema.Kind switch
    {
        SchemaKind.Any => "anything",
        SchemaKind.Union => string.Join(" or ", schema.Cases.Select(NameOf).Distinct()),
        SchemaKind.Array => "a list",
        SchemaKind.Object => "an object",
        SchemaKind.Integer => "an integer",
        SchemaKind.String when schema.IsTime => "a time",
        _ => $"a {schema.Kind.ToString().ToLowerInvariant()}",
    };
}
