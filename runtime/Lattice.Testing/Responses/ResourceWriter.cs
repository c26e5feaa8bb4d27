using System.Text.Json;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// Writes a resource of a schema: a value that was sent under a property's name is returned if it fits, all others are
/// generated.
/// </summary>
internal sealed partial class ResourceWriter
{
    /// <summary>Limits resources that require each other endlessly.</summary>
    private const int MaximumDepth = 8;

    private readonly Utf8JsonWriter _json;
    private readonly ResponseMetadata _metadata;
    private readonly SampleValues _values;

    private ResourceWriter(Utf8JsonWriter json, ResponseMetadata metadata)
    {
        _json = json;
        _metadata = metadata;
        _values = new SampleValues(metadata);
    }

    /// <summary>Writes a resource of <paramref name="schema"/>.</summary>
    /// <param name="schema">The schema of the response.</param>
    /// <param name="sent">The parameters.</param>
    /// <param name="metadata">What the resource depends on apart from its schema and the parameters.</param>
    /// <param name="path">The names from the response to the resource, if it is a part of the response.</param>
    public static WrittenResource Write(Schema schema, ParameterNode sent, ResponseMetadata metadata, string path = "")
    {
        HostedLink? link = null;
        byte[] body = JsonResponse.Write(json =>
        {
            var writer = new ResourceWriter(json, metadata);
            writer.WriteRoot(CaseOf(schema, metadata), sent, PropertyLocation.Root(metadata.Expansion) with { Path = path });
            link = writer._values.Link;
        });
        return new WrittenResource(body, link);
    }

    /// <summary>
    /// The resource that a response is. If it is one of several, the path identifies it: <c>/cards</c> creates a card.
    /// </summary>
    public static Schema CaseOf(Schema response, ResponseMetadata metadata) => response.Kind != SchemaKind.Union ? response
        : response.Cases.FirstOrDefault(unionCase => unionCase.Resource + "s" == metadata.Action) ?? response.DefaultCase;

    private void WriteRoot(Schema response, ParameterNode sent, PropertyLocation location)
    {
        if (response.Kind == SchemaKind.Object)
        {
            WriteObject(response, sent, location);
        }
        else
        {
            WriteGenerated(response, location);
        }
    }

    private void WriteObject(Schema schema, ParameterNode? sent, PropertyLocation parent)
    {
        PropertyLocation location = parent.Into(schema, _values.IdOf(schema, sent, parent));
        _json.WriteStartObject();
        if (location.Depth <= MaximumDepth)
        {
            foreach (Property property in schema.Properties)
            {
                WriteProperty(schema, property, sent, location);
            }

            if (schema.MapValues is { } values)
            {
                WriteMapEntries(schema, values, sent, location);
            }
        }

        _json.WriteEndObject();
    }

    private void WriteProperty(Schema owner, Property property, ParameterNode? sent, PropertyLocation location)
    {
        var content = PropertyValue.Of(owner, property, sent, location, _metadata);
        if (content.Value is null && NamedResource.Find(property, sent) is { } named)
        {
            _json.WritePropertyName(property.Name);
            WriteNamed(named, location.At(property.Name));
            return;
        }

        if (content.IsOmitted)
        {
            return;
        }

        _json.WritePropertyName(property.Name);
        if (content.Value is { } value)
        {
            WriteSent(property.Schema, value, location.At(property.Name));
        }
        else
        {
            WriteGenerated(property.Schema, location.At(property.Name), content.MayBeNull);
        }
    }

    /// <summary>Writes a value that was sent and fits the schema.</summary>
    private void WriteSent(Schema schema, ParameterNode sent, PropertyLocation location)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Object when sent.IsObject:
                WriteObject(schema, sent, location);
                break;
            case SchemaKind.Array when schema.Items is { } items:
                WriteList(sent, items, location);
                break;
            case SchemaKind.Union:
                Schema unionCase = Echo.CaseOf(schema, sent);
                if (unionCase.Kind != SchemaKind.String || !TryWriteExpanded(schema, sent.Value!, location))
                {
                    WriteSent(unionCase, sent, location);
                }

                break;
            case SchemaKind.Any when sent.Kind == ParameterKind.Array:
                WriteList(sent, schema, location);
                break;
            case SchemaKind.Any when sent.IsObject:
                _json.WriteStartObject();
                WriteMapEntries(schema, schema, sent, location);
                _json.WriteEndObject();
                break;
            default:
                if (sent.Value is not null)
                {
                    SampleValues.WriteSent(_json, schema, sent);
                }
                else
                {
                    WriteGenerated(schema, location);
                }

                break;
        }
    }

    private void WriteList(ParameterNode sent, Schema items, PropertyLocation location)
    {
        _json.WriteStartArray();
        foreach (ParameterNode element in sent.Elements)
        {
            WriteSent(items, element, location.AtElement(element.Key));
        }

        _json.WriteEndArray();
    }

    private void WriteMapEntries(Schema schema, Schema values, ParameterNode? sent, PropertyLocation location)
    {
        // An empty value removes the key.
        foreach (ParameterNode entry in sent?.Children.Where(child => !child.IsCleared) ?? [])
        {
            if (schema.Find(entry.Key) is not null || !Echo.Fits(entry, values))
            {
                continue;
            }

            _json.WritePropertyName(entry.Key);
            WriteSent(values, entry, location.At(entry.Key));
        }
    }

    /// <summary>Generates a value that was not sent.</summary>
    private void WriteGenerated(Schema schema, PropertyLocation location, bool mayBeNull = true)
    {
        if (schema.Nullable && mayBeNull)
        {
            _json.WriteNullValue();
            return;
        }

        switch (schema.Kind)
        {
            case SchemaKind.Object:
                WriteObject(schema, sent: null, location);
                break;
            case SchemaKind.Array:
                _json.WriteStartArray();
                _json.WriteEndArray();
                break;
            case SchemaKind.Union:
                WriteGeneratedUnion(schema, location.About(schema.ReferencedResource));
                break;
            case SchemaKind.Any:
                _json.WriteNullValue();
                break;
            default:
                _values.WriteGenerated(_json, schema, location);
                break;
        }
    }

    private void WriteGeneratedUnion(Schema union, PropertyLocation location)
    {
        string? id = location is { Expansion: not null, Reference: { } resource } ? _values.MakeId(resource, location) : null;
        if (id is null || !TryWriteExpanded(union, id, location))
        {
            WriteGenerated(union.DefaultCase, location);
        }
    }
}
