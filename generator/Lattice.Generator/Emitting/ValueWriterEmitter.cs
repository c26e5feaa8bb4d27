using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits lambdas that write the elements of lists and the values of maps for which the runtime has no method.</summary>
internal static class ValueWriterEmitter
{
    /// <summary>Whether the runtime has a method that writes a list of such elements.</summary>
    public static bool HasListOf(TypeRef element, BodyFormat format) => element.Kind switch
    {
        ValueKind.String or ValueKind.Integer or ValueKind.Object or ValueKind.Enum => true,
        ValueKind.Number or ValueKind.Int64String or ValueKind.DecimalString => format != BodyFormat.Json,
        _ => false,
    };

    /// <summary>A lambda that writes an element of a list.</summary>
    public static string ForElement(TypeRef element, BodyFormat format) => Emit(element, CSharpTypes.TypeOfParameter(element), format);

    /// <summary>A lambda that writes the value of an entry of a map.</summary>
    public static string ForEntry(TypeRef element, BodyFormat format) => Emit(element, CSharpTypes.TypeOfEntry(element), format);

    private static string Emit(TypeRef element, string type, BodyFormat format)
    {
        (string parameter, string writer) = format == BodyFormat.Json
            ? ($"{CSharp.Json}.JsonBodyWriter json", "json")
            : ($"ref {CSharp.Form}.FormWriter form", "form");
        bool isNullable = type.EndsWith("?", StringComparison.Ordinal);
        return $"static ({parameter}, {type} value) => {writer}.{GetCall(element, isNullable, format)}";
    }

    private static string GetCall(TypeRef element, bool isNullable, BodyFormat format) => element switch
    {
        { Kind: ValueKind.Enum } => $"WriteValue(value{(isNullable ? "?" : "")}.Value)",
        { Kind: ValueKind.Int64String or ValueKind.DecimalString } when format == BodyFormat.Json => "WriteTextValue(value)",
        { Kind: ValueKind.DateTime } => "WriteDateTimeValue(value)",
        { Kind: ValueKind.List, Element: { } inner } => $"WriteValue(value, {ForElement(inner, format)})",
        { Kind: ValueKind.Map, Element: { Kind: not ValueKind.Json } inner } => $"WriteValue(value, {ForEntry(inner, format)})",
        _ => "WriteValue(value)",
    };
}
