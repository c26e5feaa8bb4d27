using Lattice.Spec.Model;

namespace Lattice.Spec.Reading;

/// <summary>The names of the kinds of values in messages, in the words of OpenAPI.</summary>
internal static class ValueKindNames
{
    /// <summary>The plural, as in "an array of decimal strings".</summary>
    public static string GetPlural(ValueKind kind) => kind switch
    {
        ValueKind.String => "strings",
        ValueKind.Secret => "secrets",
        ValueKind.Integer => "integers",
        ValueKind.Int64String => "int64 strings",
        ValueKind.Number => "numbers",
        ValueKind.DecimalString => "decimal strings",
        ValueKind.Boolean => "Booleans",
        ValueKind.UnixTime => "unix-time integers",
        ValueKind.DateTime => "date-time strings",
        ValueKind.Enum => "enums",
        ValueKind.Object => "objects",
        ValueKind.Union => "values with several types",
        ValueKind.Expandable => "expandable objects",
        ValueKind.List => "arrays",
        ValueKind.Page => "list objects",
        ValueKind.Map => "maps",
        ValueKind.File => "binary strings",
        _ => "values of any type",
    };
}
