using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>
/// A schema. A reference has the keywords of its target, or none if it cannot be resolved. Two schemas are equal if they are the same
/// element of the document.
/// </summary>
internal sealed class SpecSchema : IEquatable<SpecSchema>
{
    private static readonly SpecSchema[] s_none = [];

    // The keywords that restrict the values of a schema.
    private static readonly string[] s_constraints =
        [OpenApiKeywords.Reference, "allOf", "anyOf", "const", "enum", "items", "oneOf", "properties", "type"];

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

    /// <summary>The element of the document: the reference itself, not its target.</summary>
    public JsonValue Node { get; }

    /// <summary>The reference that the schema is; <see langword="null"/> if it is not one.</summary>
    public SpecReference? Reference { get; }

    /// <summary>The target of the reference, or the schema itself; <see langword="null"/> if the reference cannot be resolved.</summary>
    public SpecSchema? Target => Reference is null ? this
        : _target is { Kind: JsonKind.Object } target ? new SpecSchema(_document, target)
        : null;

    /// <summary>The name of the component that the schema is or refers to; <see langword="null"/> if it is not a component.</summary>
    public string? ComponentName => _target is null ? null : _document.GetComponentName(_target);

    /// <summary>The types, without null. A constant needs no <c>type</c>.</summary>
    public SchemaTypes Types => Find("type") is { } type ? ReadTypes(type) : GetConstType();

    public string? Format => Find("format")?.String;

    public string? Description => GetNextToReference("description")?.String ?? Find("description")?.String;

    /// <summary>Whether null is a value: <c>nullable</c> in OpenAPI 3.0, a type or a subschema of <c>anyOf</c> in 3.1.</summary>
    public bool IsNullable =>
        Find("nullable")?.Boolean == true
        || Find("type")?.Items.Any(IsNullName) == true
        || Find("anyOf")?.Items.Any(IsNullSchema) == true;

    /// <summary>Whether the schema itself is deprecated. The target of a reference can be deprecated independently.</summary>
    public bool IsDeprecated => (Reference is null ? Node.Find("deprecated") : GetNextToReference("deprecated"))?.Boolean == true;

    /// <summary>The maximum length of a string; <see langword="null"/> if it has no limit.</summary>
    public int? MaxLength => Find("maxLength")?.Int32;

    /// <summary>The distinct values of an enum as text, in the order of the file. A constant is an enum with one value.</summary>
    public IReadOnlyList<string> EnumValues => Find("const") is { } constant ? [constant.ToText()]
        : Find("enum") is { } values ? [.. values.Items.Where(IsEnumValue).Select(value => value.ToText()).Distinct()]
        : [];

    /// <summary>The properties by name, in the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, SpecSchema>> Properties =>
        from member in Find("properties")?.Members ?? JsonMembers.Empty
        where member.Value.Kind == JsonKind.Object
        select new KeyValuePair<string, SpecSchema>(member.Name, new SpecSchema(_document, member.Value));

    public bool HasProperties => Find("properties")?.Members.Any(member => member.Value.Kind == JsonKind.Object) == true;

    /// <summary>The names of the required properties.</summary>
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
    /// Whether the schema is an object with arbitrary properties: it lists none, or its <c>additionalProperties</c> allow any. An empty
    /// <c>properties</c> is Stripe's notation for an object without parameters, such as <c>payment_method_data[affirm]</c>.
    /// </summary>
    public bool IsFreeForm => Types == SchemaTypes.Object && !HasProperties
        && (Find("additionalProperties") is { } values
            ? values.Boolean ?? !s_constraints.Any(keyword => values.Find(keyword) is not null)
            : Find("properties") is null);

    /// <summary>The subschemas of <c>anyOf</c>, without null.</summary>
    public IReadOnlyList<SpecSchema> AnyOf => GetSchemas("anyOf");

    public IReadOnlyList<SpecSchema> OneOf => GetSchemas("oneOf");

    public IReadOnlyList<SpecSchema> AllOf => GetSchemas("allOf");

    /// <summary>Whether the schema has subschemas (<c>anyOf</c>, <c>oneOf</c>, or <c>allOf</c>).</summary>
    public bool IsCombined => AnyOf.Count > 0 || OneOf.Count > 0 || AllOf.Count > 0;

    public bool Has(SchemaTypes type) => (Types & type) != 0;

    public SpecSchema? FindProperty(string name) =>
        Find("properties")?.Find(name) is { Kind: JsonKind.Object } property ? new SpecSchema(_document, property) : null;

    /// <summary>A keyword or an extension of the schema, or of its target.</summary>
    public JsonValue? Find(string keyword) => _target?.Find(keyword);

    /// <summary>A keyword or an extension of the element itself, next to its reference if it is one.</summary>
    public JsonValue? FindOwn(string keyword) => Node.Find(keyword);

    /// <summary>The resource that a component of the same document describes; <see langword="null"/> if it declares none.</summary>
    public string? FindResource(string? component) =>
        component is null ? null : _document.FindSchema(component)?.Find(OpenApiKeywords.ResourceId)?.String;

    /// <summary>Creates a schema that is not in the document, at the location of this one.</summary>
    public SpecSchema Derive(IEnumerable<KeyValuePair<string, JsonValue>> keywords) => new(_document, JsonValue.CreateDerived(
        Node, new JsonMembers([.. keywords.Select(keyword => new JsonMember(keyword.Key, keyword.Value, Node.Offset))])));

    public bool Equals(SpecSchema? other) => other is not null && ReferenceEquals(Node, other.Node);

    public override bool Equals(object? obj) => Equals(obj as SpecSchema);

    public override int GetHashCode() => Node.GetHashCode();

    private JsonValue? GetNextToReference(string keyword) =>
        Reference is not null && _document.HasReferenceSiblings ? Node.Find(keyword) : null;

    private SpecSchema? GetSchema(string keyword) =>
        Find(keyword) is { Kind: JsonKind.Object } schema ? new SpecSchema(_document, schema) : null;

    private SpecSchema[] GetSchemas(string keyword) => Find(keyword) is not { } schemas ? s_none :
    [
        .. from schema in schemas.Items
           where schema.Kind == JsonKind.Object && !IsNullSchema(schema)
           select new SpecSchema(_document, schema),
    ];

    /// <summary>The type of a constant.</summary>
    private SchemaTypes GetConstType() => Find("const")?.Kind switch
    {
        JsonKind.String => SchemaTypes.String,
        JsonKind.True or JsonKind.False => SchemaTypes.Boolean,
        JsonKind.Number => SchemaTypes.Number,
        _ => SchemaTypes.None,
    };

    /// <summary>Whether the value can be a member of an enum. Null is not a member: it only makes the enum nullable.</summary>
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
