using Lattice.Spec.Model;

namespace Lattice.Spec.Reading;

/// <summary>An error in a document, or a part of it that cannot be generated as written.</summary>
/// <param name="Id">The id of the <see cref="DiagnosticRule"/>.</param>
/// <param name="Pointer">The location in the document, as a JSON Pointer (RFC 6901).</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record DiagnosticInfo(string Id, string Pointer, EquatableArray<string> Arguments)
{
    /// <summary>The message, without the location.</summary>
    public string Message => DiagnosticRules.ById[Id].Format(Arguments);

    /// <summary>Whether the diagnostic fails a build.</summary>
    public bool IsError => DiagnosticRules.ById[Id].Severity == RuleSeverity.Error;

    /// <summary>Whether a build shows the diagnostic by default.</summary>
    public bool IsShown => DiagnosticRules.ById[Id].Severity != RuleSeverity.Info;
}
