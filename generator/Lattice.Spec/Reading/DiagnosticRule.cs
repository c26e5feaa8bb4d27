using System.Globalization;

namespace Lattice.Spec.Reading;

/// <summary>How severe a diagnostic is where nothing sets another severity.</summary>
internal enum RuleSeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>A kind of diagnostics.</summary>
/// <param name="Message">The message, with placeholders for its arguments.</param>
internal sealed record DiagnosticRule(string Id, RuleSeverity Severity, string Title, string Message)
{
    public string Format(IEnumerable<string> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Message, [.. arguments]);
}
