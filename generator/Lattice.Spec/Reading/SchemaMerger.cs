using System.Globalization;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Merges several object schemas into one, for values that have no discriminator.</summary>
internal static class SchemaMerger
{
    /// <summary>
    /// Returns a schema with the properties of all schemas; a property is required if all require it. A property of several schemas
    /// accepts the values of each; it is nullable, or a secret, if it is so in any of them.
    /// </summary>
    public static SpecSchema Merge(IReadOnlyList<SpecSchema> schemas)
    {
        SpecSchema first = schemas[0].Target ?? schemas[0];
        var keywords = new Keywords(first);
        keywords.SetString("type", "object");
        if (first.Description is { } description)
        {
            keywords.SetString("description", description);
        }

        keywords.AddExtensions(first);
        SetProperties(keywords, schemas);
        return keywords.ToSchema();
    }

    private static void SetProperties(Keywords keywords, IReadOnlyList<SpecSchema> schemas)
    {
        var names = new List<string>();
        var properties = new Dictionary<string, SpecSchema>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, SpecSchema> property in schemas.SelectMany(schema => schema.Properties))
        {
            if (properties.TryGetValue(property.Key, out SpecSchema? first))
            {
                properties[property.Key] = Merge(first, property.Value);
            }
            else
            {
                names.Add(property.Key);
                properties.Add(property.Key, property.Value);
            }
        }

        keywords.SetObject("properties", names.Select(name => new KeyValuePair<string, JsonValue>(name, properties[name].Node)));
        keywords.SetStrings("required", schemas.Select(schema => schema.Required).Aggregate((all, more) => all.Intersect(more)));
    }

    /// <summary>
    /// Returns a schema for the values of both. Schemas of the same kind are merged; others become an <c>anyOf</c>, which the readers
    /// support or report like one of the document.
    /// </summary>
    private static SpecSchema Merge(SpecSchema first, SpecSchema second)
    {
        List<SpecSchema> subschemas = [.. GetSubschemas(first)];
        foreach (SpecSchema subschema in GetSubschemas(second))
        {
            int index = subschemas.FindIndex(other => IsOfSameKind(other, subschema));
            if (index < 0)
            {
                subschemas.Add(subschema);
            }
            else if (subschemas[index].Reference is null)
            {
                subschemas[index] = MergeKind(subschemas[index], subschema);
            }
        }

        var keywords = new Keywords(first);
        if (subschemas.Count == 1 && subschemas[0].Reference is null)
        {
            keywords.AddKeywords(subschemas[0]);
        }
        else
        {
            keywords.SetItems("anyOf", subschemas.Select(subschema => subschema.Node));
        }

        if ((first.Description ?? second.Description) is { } description)
        {
            keywords.SetString("description", description);
        }

        keywords.SetFlag("deprecated", first.IsDeprecated);
        AddExtensions(keywords, first, second);
        return keywords.ToSchema();
    }

    private static IReadOnlyList<SpecSchema> GetSubschemas(SpecSchema schema) =>
        schema.Reference is null && schema.AnyOf is { Count: > 0 } subschemas ? subschemas : [schema];

    private static bool IsOfSameKind(SpecSchema first, SpecSchema second)
    {
        if (first.Reference is not null || second.Reference is not null)
        {
            return first.Reference is not null && second.Reference is not null && Equals(first.Target, second.Target);
        }

        return !first.IsCombined && !second.IsCombined
            && first.Types == second.Types
            && ScalarValue.Find(first) == ScalarValue.Find(second)
            && IsEmptyString(first) == IsEmptyString(second)
            && first.IsFreeForm == second.IsFreeForm
            && (first.AdditionalProperties is null) == (second.AdditionalProperties is null);
    }

    /// <summary>Whether the schema is the empty string that clears a parameter.</summary>
    private static bool IsEmptyString(SpecSchema schema) => schema.EnumValues is [""];

    /// <summary>Merges two schemas of the same kind. An enum is open, so it accepts the values of a plain string.</summary>
    private static SpecSchema MergeKind(SpecSchema first, SpecSchema second)
    {
        var keywords = new Keywords(first);
        keywords.AddKeywords(first);
        AddExtensions(keywords, first, second);
        keywords.SetCount("maxLength", first.MaxLength is { } length && second.MaxLength is { } other ? Math.Max(length, other) : null);
        if (first.EnumValues is { Count: > 0 } values && second.EnumValues is { Count: > 0 } more)
        {
            keywords.Remove("const");
            keywords.SetStrings("enum", values.Union(more));
        }

        if (first.Has(SchemaTypes.Object))
        {
            SetProperties(keywords, [first, second]);
        }

        keywords.SetSchema("items", MergeOptional(first.Items, second.Items));
        keywords.SetSchema("additionalProperties", MergeOptional(first.AdditionalProperties, second.AdditionalProperties));
        return keywords.ToSchema();
    }

    private static SpecSchema? MergeOptional(SpecSchema? first, SpecSchema? second) =>
        first is null || second is null ? first ?? second : Merge(first, second);

    /// <summary>Adds the extensions of the first schema, and <c>nullable</c> and <c>x-lattice-sensitive</c> of either.</summary>
    private static void AddExtensions(Keywords keywords, SpecSchema first, SpecSchema second)
    {
        keywords.AddExtensions(first);
        if (first.IsNullable || second.IsNullable)
        {
            keywords.SetFlag("nullable", true);
        }

        if (SecretRules.IsSecret(first) || SecretRules.IsSecret(second))
        {
            keywords.SetFlag(OpenApiKeywords.Sensitive, true);
        }
    }

    /// <summary>The keywords of a merged schema, at the location of <paramref name="source"/>.</summary>
    private sealed class Keywords(SpecSchema source)
    {
        private readonly Dictionary<string, JsonValue> _values = new(StringComparer.Ordinal);

        private int Offset => source.Node.Offset;

        public SpecSchema ToSchema() => source.Derive(_values);

        public void Remove(string keyword) => _values.Remove(keyword);

        /// <summary>Adds all keywords of a schema except a reference.</summary>
        public void AddKeywords(SpecSchema schema) => Add(schema, _ => true);

        public void AddExtensions(SpecSchema schema) => Add(schema, OpenApiKeywords.IsExtension);

        public void SetString(string keyword, string value) => _values[keyword] = JsonValue.CreateString(value, Offset);

        public void SetFlag(string keyword, bool value) =>
            _values[keyword] = JsonValue.CreateLiteral(value ? JsonKind.True : JsonKind.False, Offset);

        public void SetStrings(string keyword, IEnumerable<string> values) =>
            SetItems(keyword, values.Select(value => JsonValue.CreateString(value, Offset)));

        public void SetItems(string keyword, IEnumerable<JsonValue> items) =>
            _values[keyword] = JsonValue.CreateDerived(source.Node, [.. items]);

        public void SetObject(string keyword, IEnumerable<KeyValuePair<string, JsonValue>> members) =>
            _values[keyword] = JsonValue.CreateDerived(
                source.Node, new JsonMembers([.. members.Select(member => new JsonMember(member.Key, member.Value, Offset))]));

        public void SetCount(string keyword, int? value) => SetOrRemove(
            keyword, value is { } count ? JsonValue.CreateNumber(count.ToString(CultureInfo.InvariantCulture), Offset) : null);

        public void SetSchema(string keyword, SpecSchema? schema) => SetOrRemove(keyword, schema?.Node);

        private void SetOrRemove(string keyword, JsonValue? value)
        {
            _values.Remove(keyword);
            if (value is not null)
            {
                _values.Add(keyword, value);
            }
        }

        private void Add(SpecSchema schema, Func<string, bool> isWanted)
        {
            foreach (JsonMember member in schema.Node.Members)
            {
                if (member.Name != OpenApiKeywords.Reference && isWanted(member.Name))
                {
                    _values[member.Name] = member.Value;
                }
            }
        }
    }
}
