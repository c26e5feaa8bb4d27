using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>The locations of a value in the requests and responses of an operation.</summary>
[Flags]
internal enum ValueLocations
{
    None = 0,
    Response = 1,

    /// <summary>A field of a form, or of a multipart body.</summary>
    Form = 2,
    Json = 4,

    /// <summary>A part of a multipart body.</summary>
    Part = 8,

    /// <summary>A case of a union of parameters.</summary>
    UnionCase = 16,
}

/// <summary>A scalar type with a format, and its kind of value in C#.</summary>
/// <param name="Format">The format; <see langword="null"/> for all formats without an entry of their own.</param>
/// <param name="Locations">The locations in which the value is supported.</param>
internal sealed record ScalarValue(SchemaTypes Type, string? Format, ValueKind Kind, ValueLocations Locations)
{
    private const ValueLocations Any = ValueLocations.Response | ValueLocations.Form | ValueLocations.Json;
    private const ValueLocations AnyAndUnion = Any | ValueLocations.UnionCase;

    // Forms have no notation for a time as text, and files are parts of a multipart body.
    private static readonly ScalarValue[] s_all =
    [
        new(SchemaTypes.String, "decimal", ValueKind.DecimalString, Any),
        new(SchemaTypes.String, "int64", ValueKind.Int64String, Any),
        new(SchemaTypes.String, "date-time", ValueKind.DateTime, ValueLocations.Response | ValueLocations.Json),
        new(SchemaTypes.String, "binary", ValueKind.File, ValueLocations.Part),
        new(SchemaTypes.String, Format: null, ValueKind.String, AnyAndUnion),
        new(SchemaTypes.Integer, "unix-time", ValueKind.UnixTime, AnyAndUnion),
        new(SchemaTypes.Integer, Format: null, ValueKind.Integer, AnyAndUnion),
        new(SchemaTypes.Number, Format: null, ValueKind.Number, AnyAndUnion),
        new(SchemaTypes.Boolean, Format: null, ValueKind.Boolean, AnyAndUnion),
    ];

    /// <summary>The scalar value of a schema; <see langword="null"/> if the schema is not of a single scalar type.</summary>
    public static ScalarValue? Find(SpecSchema schema)
    {
        (SchemaTypes type, string? format) = (schema.Types, schema.Format);
        return Array.Find(s_all, scalar => scalar.Type == type && (scalar.Format is null || scalar.Format == format));
    }

    /// <summary>Whether the value is supported in one of the locations.</summary>
    public bool IsSupportedIn(ValueLocations locations) => (Locations & locations) != ValueLocations.None;
}
