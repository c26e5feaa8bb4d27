using System.Globalization;
using System.Text;
using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Names and literals as they stand in C#.</summary>
internal static class CSharp
{
    public const string Runtime = "global::Lattice.Stripe";

    private static readonly HashSet<string> s_keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>The C# type of a value that is there.</summary>
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
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "There is no such kind of value."),
    };

    /// <summary>The C# type of a value of a parameter that is there.</summary>
    public static string TypeOfParameter(SchemaType type) => type.Kind switch
    {
        ValueKind.Json => "global::System.Text.Json.Nodes.JsonNode",
        ValueKind.List => $"global::System.Collections.Generic.IReadOnlyList<{TypeOfParameter(type.Element!)}>",
        ValueKind.Map => $"{Runtime}.StripeMap<{TypeOfEntry(type.Element!)}>",
        _ => TypeOf(type),
    };

    /// <summary>The C# type of the values of a parameter that is a map. Null deletes the key; an object cannot be null unless it can be cleared.</summary>
    public static string TypeOfEntry(SchemaType type) =>
        TypeOfParameter(type) + (type.Kind != ValueKind.Object || type.IsClearable ? "?" : "");

    /// <summary>A name that does not read as a keyword.</summary>
    public static string Escape(string name) => s_keywords.Contains(name) ? "@" + name : name;

    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    public static string Utf8Literal(string text) => Literal(text) + "u8";
}
