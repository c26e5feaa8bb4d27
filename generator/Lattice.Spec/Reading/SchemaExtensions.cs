using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>What schemas say, in the words of the model.</summary>
internal static class SchemaExtensions
{
    /// <summary>The kind of the values of a schema with one type; <see langword="null"/> for lists, objects and anything else.</summary>
    public static ValueKind? GetScalarKind(this SpecSchema schema) => (schema.Types, schema.Format) switch
    {
        (SchemaTypes.String, "decimal") => ValueKind.DecimalString,
        (SchemaTypes.String, "int64") => ValueKind.Int64String,
        (SchemaTypes.String, "date-time") => ValueKind.DateTime,
        (SchemaTypes.String, "binary") => ValueKind.File,
        (SchemaTypes.String, _) => ValueKind.String,
        (SchemaTypes.Integer, "unix-time") => ValueKind.UnixTime,
        (SchemaTypes.Integer, _) => ValueKind.Integer,
        (SchemaTypes.Number, _) => ValueKind.Number,
        (SchemaTypes.Boolean, _) => ValueKind.Boolean,
        _ => null,
    };

    /// <summary>Whether a request can have the object come where its id is.</summary>
    public static bool IsExpandable(this SpecSchema schema) => schema.FindOwn(OpenApiKeywords.ExpansionResources) is not null;

    /// <summary>Whether the document marks the schema as a secret.</summary>
    public static bool IsMarkedSecret(this SpecSchema schema) => schema.Find(OpenApiKeywords.Sensitive)?.Boolean == true;

    /// <summary>What the values of an enum mean, by value.</summary>
    public static IReadOnlyDictionary<string, string> GetEnumDescriptions(this SpecSchema schema) =>
        (schema.Find(OpenApiKeywords.EnumDescriptions)?.Members ?? JsonMembers.Empty)
        .Where(member => member.Value.Kind == JsonKind.String)
        .ToDictionary(member => member.Name, member => member.Value.String!, StringComparer.Ordinal);

    /// <summary>The C# name that an element declares for itself; one that is not a name is reported and not used.</summary>
    public static string? GetDeclaredName(this JsonValue element, DiagnosticBag diagnostics)
    {
        if (element.Find(OpenApiKeywords.Name) is not { Kind: JsonKind.String } declared || Identifiers.IsPascal(declared.String!))
        {
            return element.Find(OpenApiKeywords.Name)?.String;
        }

        diagnostics.Add(
            DiagnosticRules.Unsupported, declared, OpenApiKeywords.Name, $"'{declared.String}' is not a name in Pascal case");
        return null;
    }
}
