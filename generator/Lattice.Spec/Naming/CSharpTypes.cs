using Lattice.Spec.Model;

namespace Lattice.Spec.Naming;

/// <summary>The C# types of values and of the properties that have them.</summary>
internal static class CSharpTypes
{
    /// <summary>The namespace of the runtime.</summary>
    public const string Runtime = "global::Lattice.Stripe";

    /// <summary>The type of a value that is present.</summary>
    public static string TypeOf(SchemaType type) => type.Kind switch
    {
        ValueKind.String => "string",
        ValueKind.Secret => Runtime + ".SecretString",
        ValueKind.Integer or ValueKind.IntegerText => "long",
        ValueKind.Number or ValueKind.NumberText => "decimal",
        ValueKind.Boolean => "bool",
        ValueKind.UnixTime or ValueKind.DateTime => "global::System.DateTimeOffset",
        ValueKind.Json => "global::System.Text.Json.JsonElement",
        ValueKind.Enum or ValueKind.Object or ValueKind.Union => type.Type!.Qualified,
        ValueKind.File => Runtime + ".StripeFileUpload",
        ValueKind.Expandable => $"{Runtime}.Expandable<{TypeOf(type.Element!)}>",
        ValueKind.Page => $"{Runtime}.StripeList<{TypeOf(type.Element!)}>",
        ValueKind.List => $"global::System.Collections.Generic.IReadOnlyList<{TypeOf(type.Element!)}>",
        ValueKind.Map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {TypeOf(type.Element!)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "The kind of the value is unknown."),
    };

    /// <summary>The type of the property for a parameter, which is always optional.</summary>
    public static string OfParameter(SchemaType type)
    {
        if (type.NeedsClearable)
        {
            return $"{Runtime}.Clearable<{TypeOf(type)}>";
        }

        // Null is a value in a map of strings: it deletes the key.
        return type.Kind == ValueKind.Map
            ? $"{Runtime}.StripeMap<{TypeOf(type.Element!)}{(type.Element!.Kind == ValueKind.String ? "?" : "")}>?"
            : TypeOf(type) + "?";
    }

    /// <summary>The type of the property for a field of a response.</summary>
    public static string OfField(Property property) => TypeOf(property.Type) + (CanBeNull(property) ? "?" : "");

    // A reference that is absent has no id; it is never null itself.
    private static bool CanBeNull(Property property) => property.Type.Kind != ValueKind.Expandable && !property.IsAlwaysPresent;
}
