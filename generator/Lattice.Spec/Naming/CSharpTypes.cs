using Lattice.Spec.Model;

namespace Lattice.Spec.Naming;

/// <summary>The C# types of values and properties.</summary>
internal static class CSharpTypes
{
    /// <summary>The namespace of the runtime.</summary>
    public const string Runtime = "global::Lattice.Stripe";

    /// <summary>The type of a value that is present.</summary>
    public static string TypeOf(TypeRef type) => type.Kind switch
    {
        ValueKind.String => "string",
        ValueKind.Secret => Runtime + ".SecretString",
        ValueKind.Integer or ValueKind.Int64String => "long",
        ValueKind.Number or ValueKind.DecimalString => "decimal",
        ValueKind.Boolean => "bool",
        ValueKind.UnixTime or ValueKind.DateTime => "global::System.DateTimeOffset",
        ValueKind.Json => "global::System.Text.Json.JsonElement",
        ValueKind.Enum => $"{Runtime}.StripeEnum<{type.Type!.Qualified}>",
        ValueKind.Object or ValueKind.Union => type.Type!.Qualified,
        ValueKind.File => Runtime + ".StripeFileUpload",
        ValueKind.Expandable => $"{Runtime}.Expandable<{TypeOf(type.Element!)}>",
        ValueKind.Page => $"{Runtime}.StripeList<{TypeOf(type.Element!)}>",
        ValueKind.List => $"global::System.Collections.Generic.IReadOnlyList<{TypeOf(type.Element!)}>",
        ValueKind.Map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {TypeOf(type.Element!)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "The kind of the value is not known."),
    };

    /// <summary>The type of the value of a parameter.</summary>
    public static string TypeOfParameter(TypeRef type) => type.Kind switch
    {
        ValueKind.Json => "global::System.Text.Json.Nodes.JsonNode",
        ValueKind.List => $"global::System.Collections.Generic.IReadOnlyList<{TypeOfParameter(type.Element!)}>",
        ValueKind.Map => $"{Runtime}.StripeMap<{TypeOfEntry(type.Element!)}>",
        _ => TypeOf(type),
    };

    /// <summary>The type of the values of a map parameter. Null deletes the key; an object is null only if it can be cleared.</summary>
    public static string TypeOfEntry(TypeRef type) =>
        TypeOfParameter(type) + (type.Kind != ValueKind.Object || type.IsClearable ? "?" : "");

    /// <summary>The type of the property of a parameter, which is always optional.</summary>
    public static string OfParameter(TypeRef type) =>
        type is { NeedsClearable: true, Kind: ValueKind.Secret } ? $"{Runtime}.ClearableSecret"
        : type is { NeedsClearable: true, Kind: ValueKind.Enum } ? $"{Runtime}.ClearableEnum<{type.Type!.Qualified}>"
        : type.NeedsClearable ? $"{Runtime}.Clearable<{TypeOfParameter(type)}>" : TypeOfParameter(type) + "?";

    /// <summary>The type of the property of a response field.</summary>
    public static string OfField(Property property) => TypeOf(property.Type) + (CanBeNull(property) ? "?" : "");

    // An absent expandable has no id, but is never null itself.
    private static bool CanBeNull(Property property) => property.Type.Kind != ValueKind.Expandable && !property.IsAlwaysPresent;
}
