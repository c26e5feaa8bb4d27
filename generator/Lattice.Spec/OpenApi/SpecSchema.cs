using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>
/// A schema. One that is a reference shows what it leads to; one whose reference cannot be followed shows nothing. Two are equal if
/// they are the same schema of the document.
/// </summary>
internal sealed class SpecSchema : IEquatable<SpecSchema>
{
    private static readonly SpecSchema[] s_none = [];

    // What a schema says of its values.
    private static readonly string[] s_constraints = ["$ref", "allOf", "anyOf", "const", "enum", "items", "oneOf", "properties", "type"];

    private readonly SpecDocument _document;
    private readonly JsonValue? _target;

    public SpecSchema(SpecDocument document, JsonValue node)
    {
        _document = document;
        Node = node;
        Reference = ReferenceResolver.GetReference(node) is { } reference ? document.Resolve(reference) : null;
        _target = Reference is null ? node
            : Reference.Target is { } target && !document.IsOtherComponent(target) ? target
            : null;
    }

    /// <summary>Where the schema stands: a reference itself, not what it leads to.</summary>
    public JsonValue Node { get; }

    /// <summary>The reference that the schema is; <see langword="null"/> if it is not one.</summary>
    public SpecReference? Reference { get; }

    /// <summary>What the reference leads to, or the schema itself; <see langword="null"/> if the reference cannot be followed.</summary>
    public SpecSchema? Target => Reference is null ? this
        : _target is { Kind: JsonKind.Object } target ? new SpecSchema(_document, target)
        : null;

    /// <summary>The name of the component that the schema is or leads to; <see langword="null"/> if it is within another.</summary>
    public string? ComponentName => _target is null ? null : _document.GetComponentName(_target);

    /// <summary>The types, without null.</summary>
    public SchemaTypes Types => Find("type") is { } type ? ReadTypes(type) : GetConstType();

    public string? Format => Find("format")?.String;

    public string? Description => GetBesideReference("description")?.String ?? Find("description")?.String;

    /// <summary>Whether null is a value, as <c>nullable</c> says in OpenAPI 3.0 and a type or a case of <c>anyOf</c> in 3.1.</summary>
    public bool IsNullable =>
        Find("nullable")?.Boolean == true
        || Find("type")?.Items.Any(IsNullName) == true
        || Find("anyOf")?.Items.Any(IsNullSchema) == true;

    /// <summary>Whether the schema itself is deprecated. What a reference leads to may be deprecated for reasons of its own.</summary>
    public bool IsDeprecated => (Reference is null ? Node.Find("deprecated") : GetBesideReference("deprecated"))?.Boolean == true;

    /// <summary>The most characters of a string; <see langword="null"/> if it has no limit.</summary>
    public int? MaxLength => Find("maxLength")?.Int32;

    /// <summary>The values of an enum as text, each once, in the order of the file. A constant is an enum of one value.</summary>
    public IReadOnlyList<string> EnumValues => Find("const") is { } constant ? [constant.ToText()]
        : Find("enum") is { } values ? [.. values.Items.Where(IsEnumValue).Select(value => value.ToText()).Distinct()]
        : [];

    /// <summary>The properties by name, in the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, SpecSchema>> Properties =>
        from member in Find("properties")?.Members ?? JsonMembers.Empty
        where member.Value.Kind == JsonKind.Object
        select new KeyValuePair<string, SpecSchema>(member.Name, new SpecSchema(_document, member.Value));

    public bool HasProperties => Find("properties")?.Members.Any(member => member.Value.Kind == JsonKind.Object) == true;

    /// <summary>The names of the properties that are always there.</summary>
    public IEnumerable<string> Required =>
        from name in Find("required")?.Items ?? []
        where name.Kind == JsonKind.String
        select name.String;

    /// <summary>The schema of the items of an array.</summary>
    public SpecSchema? Items => GetSchema("items");

    /// <summary>The schema of the values of a map; <see langword="null"/> if <c>additionalProperties</c> is missing or a Boolean.</summary>
    public SpecSchema? AdditionalProperties => GetSchema("additionalProperties");

    /// <summary><c>additionalProperties</c> as a Boolean; <see langword="null"/> if it is missing or a schema.</summary>
    public bool? AllowsAdditionalProperties => Find("additionalProperties")?.Boolean;

    /// <summary>
    /// Whether the schema is an object that takes anything: it lists no properties, or says so by <c>additionalProperties</c>. An
    /// explicitly empty list of properties is Stripe's way to write an object that takes nothing (yet), such as
    /// <c>payment_method_data[affirm]</c>.
    /// </summary>
    public bool IsFreeForm => Types == SchemaTypes.Object && !HasProperties
        && (Find("additionalProperties") is { } values
            ? values.Boolean ?? !s_constraints.Any(keyword => values.Find(keyword) is not null)
            : Find("properties") is null);

    /// <summary>The cases of <c>anyOf</c>, without the one that is null.</summary>
    public IReadOnlyList<SpecSchema> AnyOf => GetSchemas("anyOf");

    public IReadOnlyList<SpecSchema> OneOf => GetSchemas("oneOf");

    public IReadOnlyList<SpecSchema> AllOf => GetSchemas("allOf");

    /// <summary>Whether the schema is one of several (<c>anyOf</c>, <c>oneOf</c>) or made of several (<c>allOf</c>).</summary>
    public bool IsCombined => AnyOf.Count > 0 || OneOf.Count > 0 || AllOf.Count > 0;

    public bool Has(SchemaTypes type) => (Types & type) != 0;

    public SpecSchema? FindProperty(string name) =>
        Find("properties")?.Find(name) is { Kind: JsonKind.Object } property ? new SpecSchema(_document, property) : null;

    /// <summary>A keyword or an extension, as the schema or what it leads to has it.</summary>
    public JsonValue? Find(string keyword) => _target?.Find(keyword);

    /// <summary>A keyword or an extension that stands in the schema itself, beside its reference if it is one.</summary>
    public JsonValue? FindOwn(string keyword) => Node.Find(keyword);

    /// <summary>The resource that a component of the same document describes; <see langword="null"/> if it says none.</summary>
    public string? FindResource(string? component) =>
        component is null ? null : _document.FindSchema(component)?.Find(OpenApiKeywords.ResourceId)?.String;

    /// <summary>A schema that stands for others without being in the document.</summary>
    public SpecSchema Derive(IEnumerable<KeyValuePair<string, JsonValue>> keywords) => new(_document, JsonValue.CreateDerived(
        Node, new JsonMembers([.. keywords.Select(keyword => new JsonMember(keyword.Key, keyword.Value, Node.Offset))])));

    public bool Equals(SpecSchema? other) => other is not null && ReferenceEquals(Node, other.Node);

    public override bool Equals(object? obj) => Equals(obj as SpecSchema);

    public override int GetHashCode() => Node.GetHashCode();

    private JsonValue? GetBesideReference(string keyword) =>
        Reference is not null && _document.HasReferenceSiblings ? Node.Find(keyword) : null;

    private SpecSchema? GetSchema(string keyword) =>
        Find(keyword) is { Kind: JsonKind.Object } schema ? new SpecSchema(_document, schema) : null;

    private SpecSchema[] GetSchemas(string keyword) => Find(keyword) is not { } schemas ? s_none :
    [
        .. from schema in schemas.Items
           where schema.Kind == JsonKind.Object && !IsNullSchema(schema)
           select new SpecSchema(_document, schema),
    ];

    /// <summary>The type of the only value, by which a schema needs no other.</summary>
    private SchemaTypes GetConstType() => Find("const")?.Kind switch
    {
        JsonKind.String => SchemaTypes.String,
        JsonKind.True or JsonKind.False => SchemaTypes.Boolean,
        JsonKind.Number => SchemaTypes.Number,
        _ => SchemaTypes.None,
    };

    /// <summary>Whether the value can be a member of an enum: null says no more than that null is allowed.</summary>
    private bool IsEnumValue(JsonValue value) => Types == SchemaTypes.String
        ? value.Kind == JsonKind.String
        : value.Kind is not (JsonKind.Null or JsonKind.Array or JsonKind.Object);

    private static bool IsNullSchema(JsonValue schema) => schema.Find("type") is { } type && IsNullName(type);

    private static bool IsNullName(JsonValue type) => type.String == "null";

    private static SchemaTypes ReadTypes(JsonValue type) => type.Kind == JsonKind.Array
        ? type.Items.Aggregate(SchemaTypes.None, (types, item) => types | ReadType(item))
        : ReadType(type);

    private static SchemaTypes ReadType(JsonValue type) => type.String switch
    {
        "boolean" => SchemaTypes.Boolean,
        "integer" => SchemaTypes.Integer,
        "number" => SchemaTypes.Number,
        "string" => SchemaTypes.String,
        "array" => SchemaTypes.Array,
        "object" => SchemaTypes.Object,
        _ => SchemaTypes.None,
    };
}
