using System.Text.RegularExpressions;
using SharpYaml;

namespace Lattice.Slice.Specifications;

/// <summary>Recognizes YAML and converts it to JSON.</summary>
internal static partial class YamlText
{
    private static readonly string[] s_extensions = [".yaml", ".yml"];

    /// <summary>Whether the text is YAML: by the extension of the name, or by its first line (a comment, header or unquoted key).</summary>
    /// <param name="name">A path or a URL.</param>
    public static bool IsYaml(string text, string name)
    {
        string start = text.TrimStart();
        return start.Length > 0 && start[0] is not ('{' or '[' or '<')
            && (s_extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || FirstLine().IsMatch(start));
    }

    /// <summary>Converts a document.</summary>
    /// <param name="name">The name of the text in messages.</param>
    /// <param name="repair">What to do if the text is not valid.</param>
    /// <exception cref="CommandFailedException">The text is not YAML, or has no equivalent in JSON.</exception>
    public static string ToJson(string text, string name, string repair)
    {
        try
        {
            return YamlConverter.Convert(text);
        }
        catch (YamlException exception)
        {
            string message = Position().Replace(exception.Message, "").TrimEnd('.');
            throw new CommandFailedException(
                $"{name} is not valid YAML: line {exception.Start.Line + 1}, column {exception.Start.Column + 1}: {message}. {repair}");
        }
    }

    [GeneratedRegex(@"\A(#|---|%YAML|[A-Za-z_][A-Za-z0-9_-]*:(\s|\z))")]
    private static partial Regex FirstLine();

    // The library prefixes the message with the position.
    [GeneratedRegex(@"\A\(Lin: .*?\) - \(Lin: .*?\): ")]
    private static partial Regex Position();
}
