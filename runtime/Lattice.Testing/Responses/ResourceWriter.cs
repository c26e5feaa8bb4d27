using System.Text.Json;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// Makes a resource from its schema: what was sent under a property's name is given back where it fits, all else is
/// made up.
/// </summary>
internal sealed class ResourceWriter
{
    /// <summary>Resources that require each other without end are cut off here.</summary>
    private const int MaximumDepth = 8;

    private readonly Utf8JsonWriter _json;
    private readonly ResponseMetadata _facts;
    private readonly SampleValues _values;

    private ResourceWriter(Utf8JsonWriter json, ResponseMetadata facts)
    {
        _json = json;
        _facts = facts;
        _values = new SampleValues(facts);
    }

    /// <summary>The JSON of a resource of <paramref name="schema"/>.</summary>
    public static byte[] Write(Schema schema, ParameterNode sent, ResponseMetadata facts)
        => JsonBody.Write(json => new ResourceWriter(json, facts).WriteRoot(schema, sent));

    private void WriteRoot(Schema schema, ParameterNode sent)
    {
        // Where the response is one of several resources, the collection's path tells which: /cards makes a card.
        Schema response = schema.Kind != SchemaKind.Union ? schema
            : schema.Cases.FirstOrDefault(unionCase => unionCase.Resource + "s" == _facts.Action) ?? CaseToMake(schema);
        if (response.Kind == SchemaKind.Object)
        {
            WriteObject(response, sent, PropertyLocation.Root(_facts.Expansion));
        }
        else
        {
            WriteMade(response, PropertyLocation.Root(_facts.Expansion));
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

    private void WriteProperty(Schema holder, Property property, ParameterNode? sent, PropertyLocation location)
    {
        // What was sent empty was cleared: it does not begin anew.
        ParameterNode? given = sent?.Find(property.Name);
        bool isCleared = given is { IsCleared: true };
        InitialValue? initial = isCleared ? null : InitialStates.Find(holder, property.Name, sent, location, _facts.Action);
        ParameterNode? value = isCleared ? null : Fitting(given, property) ?? Fitting(initial?.Resolve(sent), property);
        bool isMade = initial is { IsGenerated: true } || (!isCleared && IsHandedOut(property, location));
        PropertyLocation here = location.At(property.Name);
        if (value is null && !isMade && IsLeftOut(property, here))
        {
            return;
        }

        _json.WritePropertyName(property.Name);
        if (value is not null)
        {
            WriteSent(property.Schema, value, here);
        }
        else
        {
            WriteMade(property.Schema, here, mayBeNull: !isMade);
        }
    }

    private static ParameterNode? Fitting(ParameterNode? value, Property property)
        => value is { IsCleared: false } && Echo.Fits(value, property.Schema) ? value : null;

    /// <summary>
    /// Whether the property is what the resource is made for: Stripe hands it out at once, though the schema may allow
    /// null. A URL that the caller could have sent is the caller's.
    /// </summary>
    private bool IsHandedOut(Property property, PropertyLocation location)
        => location.IsRoot && property.Name is "client_secret" or "secret" or "url" && _facts.Parameters.Find(property.Name) is null;

    /// <summary>
    /// An optional resource is left out unless it is asked for: that is what ends the recursion of resources that hold
    /// each other. What has just been made has not failed either.
    /// </summary>
    private static bool IsLeftOut(Property property, PropertyLocation location)
        => !property.Required && !property.Schema.Nullable && location.Expansion is null
            && (IsResource(property.Schema) || property.Name.StartsWith("failure_", StringComparison.Ordinal));

    /// <summary>Writes what was sent and is known to fit.</summary>
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
                    WriteMade(schema, location);
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

    /// <summary>Writes what was not sent.</summary>
    private void WriteMade(Schema schema, PropertyLocation location, bool mayBeNull = true)
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
                WriteMadeUnion(schema, location.About(schema.ReferencedResource));
                break;
            case SchemaKind.Any:
                _json.WriteNullValue();
                break;
            default:
                _values.WriteMade(_json, schema, location);
                break;
        }
    }

    private void WriteMadeUnion(Schema union, PropertyLocation location)
    {
        string? id = location is { Expansion: not null, Reference: { } resource } ? _values.MakeId(resource, location) : null;
        if (id is null || !TryWriteExpanded(union, id, location))
        {
            WriteMade(CaseToMake(union), location);
        }
    }

    /// <summary>Writes the resource of this id, if that is asked for and the slice holds it.</summary>
    private bool TryWriteExpanded(Schema union, string id, PropertyLocation location)
    {
        if (location.Expansion is null || Expansion.FindResource(union, id) is not { } resource)
        {
            return false;
        }

        ParameterNode known = ParameterNode.Root();
        known.Add("id", ParameterKind.Text).Value = id;
        WriteObject(resource, known, location);
        return true;
    }

    private static bool IsResource(Schema schema)
        => schema.Kind == SchemaKind.Union
            ? IsResource(CaseToMake(schema))
            : schema is { Kind: SchemaKind.Object, Component: not null };

    /// <summary>Of an id and the resource that it stands for, the id; else the first arm.</summary>
    private static Schema CaseToMake(Schema union)
        => union.Cases.FirstOrDefault(unionCase => unionCase.Kind is not (SchemaKind.Object or SchemaKind.Union)) ?? union.Cases[0];
}
