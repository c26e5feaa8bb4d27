using System.Text.RegularExpressions;
using SharpYaml;

namespace Lattice.Slice.Specifications;

/// <summary>Tells YAML from JSON, and converts it.</summary>
internal static partial class YamlText
{
    private static readonly string[] s_extensions = [".yaml", ".yml"];

    /// <summary>Whether the text is YAML: the name says so, or the first line is a comment, a start of YAML's own, or a key without quotation marks.</summary>
    /// <param name="name">A path or an address.</param>
    public static bool IsYaml(string text, string name)
    {
        string start = text.TrimStart();
        return start.Length > 0 && start[0] is not ('{' or '[' or '<')
            && (s_extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || FirstLine().IsMatch(start));
    }

    /// <summary>Converts a document.</summary>
    /// <param name="name">What the text is called in messages.</param>
    /// <exception cref="CommandFailedException">The text is not YAML, or says what JSON cannot.</exception>
    public static string ToJson(string text, string name)
    {
        try
        {
            return YamlConverter.Convert(text);
        }
        catch (YamlException exception)
        {
            throw new CommandFailedException(
                $"{name} is not valid YAML: line {exception.Start.Line + 1}, column {exception.Start.Column + 1}: {Position().Replace(exception.Message, "").TrimEnd('.')}.");
        }
    }

    [GeneratedRegex(@"\A(#|---|%YAML|[A-Za-z_][A-Za-z0-9_-]*:(\s|\z))")]
    private static partial Regex FirstLine();

    // The library puts its own notation of the position in front.
    [GeneratedRegex(@"\A\(Lin: .*?\) - \(Lin: .*?\): ")]
    private static partial Regex Position();
}
