using System.Text.Json;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing.Answers;

/// <summary>
/// Makes a resource from its schema: what was sent under a property's name is given back where it fits, all else is
/// made up.
/// </summary>
internal sealed class ResourceWriter
{
    /// <summary>Resources that require each other without end are cut off here.</summary>
    private const int MaximumDepth = 8;

    private readonly Utf8JsonWriter _json;
    private readonly AnswerFacts _facts;
    private readonly ValueMaker _values;

    private ResourceWriter(Utf8JsonWriter json, AnswerFacts facts)
    {
        _json = json;
        _facts = facts;
        _values = new ValueMaker(facts);
    }

    /// <summary>The JSON of a resource of <paramref name="schema"/>.</summary>
    public static byte[] Write(Schema schema, ParameterNode sent, AnswerFacts facts)
        => JsonBody.Write(json => new ResourceWriter(json, facts).WriteRoot(schema, sent));

    private void WriteRoot(Schema schema, ParameterNode sent)
    {
        // Where the answer is one of several resources, the collection's path tells which: /cards makes a card.
        Schema answer = schema.Kind != SchemaKind.Union ? schema
            : schema.Arms.FirstOrDefault(arm => arm.Resource + "s" == _facts.Action) ?? ArmToMake(schema);
        if (answer.Kind == SchemaKind.Object) WriteObject(answer, sent, Place.Root(_facts.Expansion));
        else WriteMade(answer, Place.Root(_facts.Expansion));
    }

    private void WriteObject(Schema schema, ParameterNode? sent, Place parent)
    {
        Place place = parent.Into(schema, _values.IdOf(schema, sent, parent));
        _json.WriteStartObject();
        if (place.Depth <= MaximumDepth)
        {
            foreach (Property property in schema.Properties) WriteProperty(schema, property, sent, place);
            if (schema.MapValues is { } values) WriteMapEntries(schema, values, sent, place);
        }

        _json.WriteEndObject();
    }

    private void WriteProperty(Schema holder, Property property, ParameterNode? sent, Place place)
    {
        // What was sent empty was cleared: it does not begin anew.
        ParameterNode? given = sent?.Find(property.Name);
        bool isCleared = given is { IsCleared: true };
        InitialValue? initial = isCleared ? null : InitialStates.Find(holder, property.Name, sent, place, _facts.Action);
        ParameterNode? value = isCleared ? null : Fitting(given, property) ?? Fitting(initial?.Resolve(sent), property);
        bool isMade = initial is { IsMadeUp: true } || (!isCleared && IsHandedOut(property, place));
        Place here = place.At(property.Name);
        if (value is null && !isMade && IsLeftOut(property, here)) return;

        _json.WritePropertyName(property.Name);
        if (value is not null) WriteSent(property.Schema, value, here);
        else WriteMade(property.Schema, here, mayBeNull: !isMade);
    }

    private static ParameterNode? Fitting(ParameterNode? value, Property property)
        => value is { IsCleared: false } && Echo.Fits(value, property.Schema) ? value : null;

    /// <summary>
    /// Whether the property is what the resource is made for: Stripe hands it out at once, though the schema may allow
    /// null. A URL that the caller could have sent is the caller's.
    /// </summary>
    private bool IsHandedOut(Property property, Place place)
        => place.IsRoot && property.Name is "client_secret" or "secret" or "url" && _facts.Parameters.Find(property.Name) is null;

    /// <summary>
    /// An optional resource is left out unless it is asked for: that is what ends the recursion of resources that hold
    /// each other. What has just been made has not failed either.
    /// </summary>
    private static bool IsLeftOut(Property property, Place place)
        => !property.Required && !property.Schema.Nullable && place.Expansion is null
            && (IsResource(property.Schema) || property.Name.StartsWith("failure_", StringComparison.Ordinal));

    /// <summary>Writes what was sent and is known to fit.</summary>
    private void WriteSent(Schema schema, ParameterNode sent, Place place)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Object when sent.IsObject:
                WriteObject(schema, sent, place);
                break;
            case SchemaKind.Array when schema.Items is { } items:
                WriteList(sent, items, place);
                break;
            case SchemaKind.Union:
                Schema arm = Echo.ArmOf(schema, sent);
                if (arm.Kind != SchemaKind.String || !TryWriteExpanded(schema, sent.Value!, place)) WriteSent(arm, sent, place);
                break;
            case SchemaKind.Any when sent.Kind == ParameterKind.Array:
                WriteList(sent, schema, place);
                break;
            case SchemaKind.Any when sent.IsObject:
                _json.WriteStartObject();
                WriteMapEntries(schema, schema, sent, place);
                _json.WriteEndObject();
                break;
            default:
                if (sent.Value is not null) ValueMaker.WriteSent(_json, schema, sent);
                else WriteMade(schema, place);
                break;
        }
    }

    private void WriteList(ParameterNode sent, Schema items, Place place)
    {
        _json.WriteStartArray();
        foreach (ParameterNode element in sent.Elements) WriteSent(items, element, place.AtElement(element.Key));
        _json.WriteEndArray();
    }

    private void WriteMapEntries(Schema schema, Schema values, ParameterNode? sent, Place place)
    {
        // An empty value removes the key.
        foreach (ParameterNode entry in sent?.Children.Where(child => !child.IsCleared) ?? [])
        {
            if (schema.Find(entry.Key) is not null || !Echo.Fits(entry, values)) continue;
            _json.WritePropertyName(entry.Key);
            WriteSent(values, entry, place.At(entry.Key));
        }
    }

    /// <summary>Writes what was not sent.</summary>
    private void WriteMade(Schema schema, Place place, bool mayBeNull = true)
    {
        if (schema.Nullable && mayBeNull)
        {
            _json.WriteNullValue();
            return;
        }

        switch (schema.Kind)
        {
            case SchemaKind.Object:
                WriteObject(schema, sent: null, place);
                break;
            case SchemaKind.Array:
                _json.WriteStartArray();
                _json.WriteEndArray();
                break;
            case SchemaKind.Union:
                WriteMadeUnion(schema, place.About(schema.ReferencedResource));
                break;
            case SchemaKind.Any:
                _json.WriteNullValue();
                break;
            default:
                _values.WriteMade(_json, schema, place);
                break;
        }
    }

    private void WriteMadeUnion(Schema union, Place place)
    {
        string? id = place is { Expansion: not null, Reference: { } resource } ? _values.MakeId(resource, place) : null;
        if (id is null || !TryWriteExpanded(union, id, place)) WriteMade(ArmToMake(union), place);
    }

    /// <summary>Writes the resource of this id, if that is asked for and the slice holds it.</summary>
    private bool TryWriteExpanded(Schema union, string id, Place place)
    {
        if (place.Expansion is null || Expansion.FindResource(union, id) is not { } resource) return false;

        ParameterNode known = ParameterNode.Root();
        known.Add("id", ParameterKind.Text).Value = id;
        WriteObject(resource, known, place);
        return true;
    }

    private static bool IsResource(Schema schema)
        => schema.Kind == SchemaKind.Union
            ? IsResource(ArmToMake(schema))
            : schema is { Kind: SchemaKind.Object, Component: not null };

    /// <summary>Of an id and the resource that it stands for, the id; else the first arm.</summary>
    private static Schema ArmToMake(Schema union)
        => union.Arms.FirstOrDefault(arm => arm.Kind is not (SchemaKind.Object or SchemaKind.Union)) ?? union.Arms[0];
}
