using Lattice.Spec.Json;
using Lattice.Spec.Model;

namespace Lattice.Spec.Reading;

/// <summary>Collects the diagnostics of a document.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<(DiagnosticRule Rule, JsonValue Location, string[] Arguments)> _diagnostics = [];

    public void Add(DiagnosticRule rule, JsonValue location, params string[] arguments) =>
        _diagnostics.Add((rule, location, [.. arguments.Select(MessageText.Create)]));

    /// <summary>All of them, each once, in the order of the document.</summary>
    public EquatableArray<DiagnosticInfo> ToDiagnostics() => _diagnostics
        .OrderBy(diagnostic => diagnostic.Location.Offset).ThenBy(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
        .Select(diagnostic => new DiagnosticInfo(
            diagnostic.Rule.Id, diagnostic.Location.Pointer.ToString(), diagnostic.Arguments.ToEquatableArray()))
        .Distinct()
        .ToEquatableArray();
}
