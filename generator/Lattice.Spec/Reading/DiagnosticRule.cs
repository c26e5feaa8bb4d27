using System.Globalization;

namespace Lattice.Spec.Reading;

/// <summary>The default severity of a diagnostic.</summary>
internal enum RuleSeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>A rule that diagnostics report.</summary>
/// <param name="Message">The message, with placeholders for its arguments.</param>
internal sealed record DiagnosticRule(string Id, RuleSeverity Severity, string Title, string Message)
{
    public string Format(IEnumerable<string> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Message, [.. arguments]);
}
