using System.Globalization;
using System.Text;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Literals in C#.</summary>
internal static class CSharp
{
    public const string Runtime = CSharpTypes.Runtime;

    // The runtime's namespaces of what emitted code calls.
    public const string Serialization = Runtime + ".Serialization";
    public const string Form = Serialization + ".Form";
    public const string Json = Serialization + ".Json";
    public const string Multipart = Serialization + ".Multipart";

    /// <summary>
    /// A string literal. A colon after a colon is escaped, so that no text looks like a name that starts with <c>global::</c>.
    /// </summary>
    public static string Literal(string text)
    {
        char previous = ' ';
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                ':' when previous == ':' => "\\u003a",
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
            previous = c;
        }

        return literal.Append('"').ToString();
    }

    public static string Utf8Literal(string text) => Literal(text) + "u8";
}
