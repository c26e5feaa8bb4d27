using System.Globalization;
using System.Text.Json;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Responses;

/// <content>Writes objects that exist: with the elements of their lists, and with the fields that the request expands.</content>
internal sealed partial class ResourceWriter
{
    /// <summary>The number of elements in a list inside an object, as at Stripe.</summary>
    private const int MaximumElements = 10;

    /// <summary>Writes an object that exists.</summary>
    public static byte[] Write(StoredObject stored, ResponseMetadata metadata) => JsonResponse.Write(
        json => new ResourceWriter(json, metadata).WriteStored(stored, PropertyLocation.Root(metadata.Expansion)));

    /// <summary>Writes an object that was written before, and has no id to keep it by.</summary>
    public static byte[] WriteAgain(byte[] written, Schema schema, ResponseMetadata metadata) => JsonResponse.Write(json =>
    {
        using JsonDocument document = JsonDocument.Parse(written);
        new ResourceWriter(json, metadata).WriteField(schema, document.RootElement, PropertyLocation.Root(metadata.Expansion));
    });

    private void WriteStored(StoredObject stored, PropertyLocation parent)
    {
        using JsonDocument document = JsonDocument.Parse(stored.Json);
        WriteFields(stored.Schema, document.RootElement, parent, stored);
    }

    /// <param name="schema">The object's schema.</param>
    /// <param name="value">The object.</param>
    /// <param name="parent">Where it is.</param>
    /// <param name="stored">The object as it is kept; null for an object inside another one.</param>
    private void WriteFields(Schema schema, JsonElement value, PropertyLocation parent, StoredObject? stored)
    {
        PropertyLocation location = parent.Into(schema, stored?.Id);
        _json.WriteStartObject();
        foreach (JsonProperty property in value.EnumerateObject())
        {
            Schema? known = schema.Find(property.Name)?.Schema ?? schema.MapValues;
            PropertyLocation at = location.At(property.Name);
            _json.WritePropertyName(property.Name);
            if (stored is { IsDeleted: false } && known is not null && FindElementKinds(known) is { Count: > 0 } kinds
                && property.Value.ValueKind == JsonValueKind.Object)
            {
                WriteElements(property.Value, at, [.. _metadata.Objects.ReadChildren(stored, kinds).Take(MaximumElements + 1)]);
            }
            else
            {
                WriteField(known, property.Value, at);
            }
        }

        foreach (Property property in schema.Properties)
        {
            if (location.Expansion?.Find(property.Name) is not null && !value.TryGetProperty(property.Name, out _))
            {
                WriteProperty(schema, property, sent: null, location);
            }
        }

        _json.WriteEndObject();
    }

    /// <summary>The kinds of objects in a list; empty if the schema is not one, or if its elements are no objects with ids.</summary>
    private static IReadOnlyList<string> FindElementKinds(Schema schema)
        => ObjectSchemas.ElementsOf(schema) is { } elements
            ? [.. ObjectSchemas.Of(elements).Where(ObjectSchemas.HasId).Select(ObjectSchemas.KindOf).OfType<string>()]
            : [];

    private void WriteElements(JsonElement list, PropertyLocation location, IReadOnlyList<StoredObject> elements)
    {
        _json.WriteStartObject();
        foreach (JsonProperty property in list.EnumerateObject())
        {
            switch (property.Name)
            {
                case "data":
                    _json.WritePropertyName(property.Name);
                    WriteMany(elements.Take(MaximumElements), location.At(property.Name));
                    break;
                case "has_more":
                    _json.WriteBoolean(property.Name, elements.Count > MaximumElements);
                    break;
                default:
                    property.WriteTo(_json);
                    break;
            }
        }

        _json.WriteEndObject();
    }

    private void WriteMany(IEnumerable<StoredObject> elements, PropertyLocation location)
    {
        _json.WriteStartArray();
        foreach (StoredObject element in elements)
        {
            WriteStored(element, location.AtElement(element.Id));
        }

        _json.WriteEndArray();
    }

    private void WriteField(Schema? schema, JsonElement value, PropertyLocation location)
    {
        if (schema is null || location.Expansion is null)
        {
            value.WriteTo(_json);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String when TryWriteExpanded(schema, value.GetString()!, location):
                break;
            case JsonValueKind.Object when FindObject(schema, value) is { } found:
                WriteFields(found, value, location, stored: null);
                break;
            case JsonValueKind.Array when schema.Items is { } items:
                _json.WriteStartArray();
                foreach ((JsonElement element, int index) in value.EnumerateArray().Select((element, index) => (element, index)))
                {
                    WriteField(items, element, location.AtElement(index.ToString(CultureInfo.InvariantCulture)));
                }

                _json.WriteEndArray();
                break;
            default:
                value.WriteTo(_json);
                break;
        }
    }

    /// <summary>Writes a resource inside another one: the one with the id, or one that is made from the parameters.</summary>
    private void WriteNamed(NamedResource named, PropertyLocation location)
    {
        if (named.Id is { } id && _metadata.Objects.Find(named.Kind, id) is { IsDeleted: false } stored)
        {
            using JsonDocument document = JsonDocument.Parse(stored.Json);
            document.RootElement.WriteTo(_json);
        }
        else
        {
            WriteObject(named.Schema, named.Values, location);
        }
    }

    /// <summary>Writes the resource with this id if the request expands it and the slice has it.</summary>
    private bool TryWriteExpanded(Schema union, string id, PropertyLocation location)
    {
        if (location.Expansion is null || Expansion.FindResource(union, id) is not { } resource)
        {
            return false;
        }

        if (_metadata.Objects.Find(ObjectSchemas.Of(union).Select(ObjectSchemas.KindOf).OfType<string>(), id) is { } stored)
        {
            WriteStored(stored, location);
            return true;
        }

        ParameterNode values = ParameterNode.Root();
        values.Add("id", ParameterKind.Text).Value = id;
        WriteObject(resource, values, location);
        return true;
    }

    /// <summary>The schema of an object: the one with its name if there are several.</summary>
    private static Schema? FindObject(Schema schema, JsonElement value)
    {
        Schema[] objects = [.. ObjectSchemas.Of(schema)];
        string? name = value.TryGetProperty("object", out JsonElement named) && named.ValueKind == JsonValueKind.String
            ? named.GetString()
            : null;
        return Array.Find(objects, one => name is not null && one.Find("object")?.Schema.Values.Contains(name) == true)
            ?? objects.FirstOrDefault();
    }
}
