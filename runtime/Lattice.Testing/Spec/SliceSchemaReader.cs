using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;
using static Lattice.Spec.OpenApi.OpenApiKeywords;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>Converts the schemas of a document into those of the stand-in, each of them once.</summary>
internal sealed class SliceSchemaReader(SliceErrors errors)
{
    private const string ComponentPrefix = "#/components/schemas/";

    private readonly Dictionary<SpecSchema, Schema> _known = [];
    private readonly Queue<(Schema Schema, SpecSchema Source)> _unread = new();

    /// <summary>Reads a schema and everything that it refers to. Without a schema, any value is allowed.</summary>
    public Schema Read(SpecSchema? source)
    {
        if (source is null)
        {
            return new Schema();
        }

        Schema schema = Find(source);
        List<Schema> read = [];
        while (_unread.TryDequeue(out (Schema Schema, SpecSchema Source) next))
        {
            Fill(next.Schema, next.Source);
            read.Add(next.Schema);
        }

        CircularSchemas.Cut(read);
        return schema;
    }

    /// <summary>Finds or creates the schema of a source. It is filled later, because it can contain itself.</summary>
    private Schema Find(SpecSchema source)
    {
        if (source.Target is not { } target)
        {
            errors.AddUnresolved(source.Node, source.Reference!);
            return new Schema();
        }

        if (!_known.TryGetValue(target, out Schema? schema))
        {
            _known.Add(target, schema = new Schema { Component = target.ComponentName });
            _unread.Enqueue((schema, target));
        }

        return schema;
    }

    private void Fill(Schema schema, SpecSchema source)
    {
        SpecSchema[] unionCases =
        [
            .. source.AnyOf.Count > 0 ? source.AnyOf.Where(unionCase => !IsMissing(unionCase, source)) : source.OneOf,
        ];
        schema.Kind = unionCases.Length > 0 ? SchemaKind.Union : KindOf(source);
        schema.Resource = source.Find(OpenApiKeywords.ResourceId)?.String ?? schema.Component;
        schema.Expansions = [.. ReadExpansions(source)];
        schema.Format = source.Format;
        schema.Nullable = source.IsNullable;
        schema.IsSecret = SecretRules.IsSecret(source);
        schema.MaxLength = source.MaxLength;
        schema.Values = source.EnumValues;
        schema.IsOpen = source.Find(BypassValidation)?.Boolean == true;
        schema.Cases = [.. unionCases.Select(Find)];
        schema.Items = source.Items is { } items ? Find(items) : null;
        schema.MapValues = ReadMapValues(source);
        schema.SetProperties([.. ReadProperties(source)]);
    }

    /// <summary>
    /// An expandable field is an id or one of several resources. Resources that the slice lacks are removed from the union, so
    /// that the field can still be an id.
    /// </summary>
    private static bool IsMissing(SpecSchema unionCase, SpecSchema union)
        => unionCase.Target is null && union.AnyOf.Any(other => other.Reference is null && other.Has(SchemaTypes.String));

    /// <summary>In Stripe's schemas, an object that lists no properties is open, and one that lists some is not.</summary>
    private Schema? ReadMapValues(SpecSchema source)
    {
        if (source.AdditionalProperties is { } values)
        {
            return Find(values);
        }

        return source.Find("properties") is null && source.AllowsAdditionalProperties != false ? new Schema() : null;
    }

    private IEnumerable<Property> ReadProperties(SpecSchema source)
    {
        HashSet<string> required = [.. source.Required];
        return source.Properties.Select(property =>
            new Property(property.Key, Find(property.Value), required.Contains(property.Key)));
    }

    private static IEnumerable<string> ReadExpansions(SpecSchema source)
        => from resource in source.Find(ExpansionResources)?.Find("oneOf")?.Items ?? []
           let reference = resource.Find("$ref")?.String
           where reference?.StartsWith(ComponentPrefix, StringComparison.Ordinal) == true
           select JsonPointer.Unescape(Uri.UnescapeDataString(reference[ComponentPrefix.Length..]));

    private static SchemaKind KindOf(SpecSchema source) => source.Types switch
    {
        SchemaTypes.String => SchemaKind.String,
        SchemaTypes.Integer => SchemaKind.Integer,
        SchemaTypes.Number => SchemaKind.Number,
        SchemaTypes.Boolean => SchemaKind.Boolean,
        SchemaTypes.Array => SchemaKind.Array,
        SchemaTypes.Object => SchemaKind.Object,
        _ when source.Find("properties") is not null || source.AdditionalProperties is not null => SchemaKind.Object,
        SchemaTypes.None => KindOfConstant(source.Find("const")?.Kind),
        _ => SchemaKind.Any,
    };

    /// <summary>A constant implies its type.</summary>
    private static SchemaKind KindOfConstant(JsonKind? constant) => constant switch
    {
        JsonKind.String => SchemaKind.String,
        JsonKind.Number => SchemaKind.Number,
        JsonKind.True or JsonKind.False => SchemaKind.Boolean,
        _ => SchemaKind.Any,
    };
}
