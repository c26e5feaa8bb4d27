using Lattice.Spec.Json;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>The extensions of schemas and other elements.</summary>
internal static class SchemaExtensions
{
    /// <summary>Whether a request can expand the id to the object.</summary>
    public static bool IsExpandable(this SpecSchema schema) => schema.FindOwn(OpenApiKeywords.ExpansionResources) is not null;

    /// <summary>Whether the document declares the schema a secret.</summary>
    public static bool IsDeclaredSecret(this SpecSchema schema) => schema.Find(OpenApiKeywords.Sensitive)?.Boolean == true;

    /// <summary>The descriptions of an enum's values, by value.</summary>
    public static IReadOnlyDictionary<string, string> GetEnumDescriptions(this SpecSchema schema) =>
        (schema.Find(OpenApiKeywords.EnumDescriptions)?.Members ?? JsonMembers.Empty)
        .Where(member => member.Value.Kind == JsonKind.String)
        .ToDictionary(member => member.Name, member => member.Value.String!, StringComparer.Ordinal);

    /// <summary>The C# name that an element declares. A name that is not valid is reported and ignored.</summary>
    public static string? GetDeclaredName(this JsonValue element, DiagnosticBag diagnostics)
    {
        if (element.Find(OpenApiKeywords.Name) is not { Kind: JsonKind.String } declared)
        {
            return null;
        }

        if (Identifiers.IsPascal(declared.String!))
        {
            return declared.String;
        }

        diagnostics.Add(
            DiagnosticRules.Unsupported, declared, OpenApiKeywords.Name, $"'{declared.String}' is not a C# name in Pascal case");
        return null;
    }
}
