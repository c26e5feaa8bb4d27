using Lattice.Spec.Model;

namespace Lattice.Spec.Reading;

/// <summary>What cannot be generated from a document, or not as the document says it.</summary>
/// <param name="Id">The id of the <see cref="DiagnosticRule"/>.</param>
/// <param name="Pointer">The location in the document, as a JSON Pointer (RFC 6901).</param>
/// <param name="Arguments">What the message of the rule is filled with.</param>
internal sealed record DiagnosticInfo(string Id, string Pointer, EquatableArray<string> Arguments)
{
    /// <summary>The message, without the location.</summary>
    public string Message => DiagnosticRules.ById[Id].Format(Arguments);

    /// <summary>Whether a build fails with it.</summary>
    public bool IsError => DiagnosticRules.ById[Id].Severity == RuleSeverity.Error;

    /// <summary>Whether a build shows it without being asked to.</summary>
    public bool IsShown => DiagnosticRules.ById[Id].Severity != RuleSeverity.Info;
}
