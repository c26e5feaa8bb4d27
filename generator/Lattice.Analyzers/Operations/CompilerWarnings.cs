using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Operations;

/// <summary>
/// Whether the compiler's warning about obsolete members is turned off, so that a rule that replaces it is silent as well.
/// </summary>
internal static class CompilerWarnings
{
    private const string ObsoleteInCSharp = "CS0618";
    private const string ObsoleteInVisualBasic = "BC40000";

    private static readonly Regex s_directive = new(
        @"^\s*\#\s*(?:pragma\s+warning\s+)?(?<action>disable|restore|enable\s+warning|disable\s+warning)\b(?<ids>[^/'\r\n]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly ConditionalWeakTable<SyntaxTree, List<(int Position, bool IsDisabled)>> s_directives = new();

    /// <summary>The id of the warning for a member with a message.</summary>
    public static string GetObsoleteId(string language) =>
        language == LanguageNames.VisualBasic ? ObsoleteInVisualBasic : ObsoleteInCSharp;

    public static bool IsObsoleteDisabled(IOperation operation, Compilation compilation, CancellationToken cancellationToken)
    {
        SyntaxTree tree = operation.Syntax.SyntaxTree;
        string id = GetObsoleteId(operation.Language);
        return IsSuppressed(compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out ReportDiagnostic option), option)
            || (compilation.Options.SyntaxTreeOptionsProvider is { } provider
                && IsSuppressed(provider.TryGetDiagnosticValue(tree, id, cancellationToken, out ReportDiagnostic value), value))
            || IsDisabledAt(tree, operation.Syntax.SpanStart, id, cancellationToken);
    }

    private static bool IsSuppressed(bool isSet, ReportDiagnostic value) => isSet && value == ReportDiagnostic.Suppress;

    private static bool IsDisabledAt(SyntaxTree tree, int position, string id, CancellationToken cancellationToken) => s_directives
        .GetValue(tree, key => FindDirectives(key.GetText(cancellationToken), id))
        .LastOrDefault(directive => directive.Position < position).IsDisabled;

    private static List<(int Position, bool IsDisabled)> FindDirectives(SourceText text, string id)
    {
        List<(int, bool)> directives = [];
        foreach (TextLine line in text.Lines)
        {
            if (FirstCharacter(text, line) == '#' && s_directive.Match(line.ToString()) is { Success: true } match)
            {
                string[] ids = match.Groups["ids"].Value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                if (ids.Length == 0 || ids.Any(written => IsId(written, id)))
                {
                    directives.Add((line.Start, match.Groups["action"].Value.StartsWith("disable", StringComparison.OrdinalIgnoreCase)));
                }
            }
        }

        return directives;
    }

    // C# accepts the number alone.
    private static bool IsId(string written, string id) => written.Equals(id, StringComparison.OrdinalIgnoreCase)
        || (int.TryParse(written, out int number) && id == ObsoleteInCSharp && number == 618);

    private static char FirstCharacter(SourceText text, TextLine line)
    {
        int position = line.Start;
        while (position < line.End && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < line.End ? text[position] : '\0';
    }
}
