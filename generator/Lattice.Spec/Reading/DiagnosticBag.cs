using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>Collects the diagnostics of a document.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<(DiagnosticRule Rule, JsonValue Location, string[] Arguments)> _diagnostics = [];

    public void Add(DiagnosticRule rule, JsonValue location, params string[] arguments) =>
        _diagnostics.Add((rule, location, [.. arguments.Select(MessageText.Create)]));

    /// <param name="reason">Why the element is ignored, as a clause without a period.</param>
    public void AddUnsupported(JsonValue location, string reason) =>
        Add(DiagnosticRules.Unsupported, location, DisplayNames.Get(location), reason);

    /// <param name="owner">The element that the reference is.</param>
    /// <param name="reason">Why the reference cannot be resolved, as a clause without a period.</param>
    public void AddUnresolved(JsonValue owner, SpecReference reference, string reason) =>
        Add(DiagnosticRules.UnresolvedReference, owner.Find(OpenApiKeywords.Reference)!, reference.Text, reason);

    /// <summary>Returns the distinct diagnostics, in the order of the document.</summary>
    public EquatableArray<DiagnosticInfo> ToDiagnostics() => _diagnostics
        .OrderBy(diagnostic => diagnostic.Location.Offset).ThenBy(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
        .Select(diagnostic => new DiagnosticInfo(
            diagnostic.Rule.Id, diagnostic.Location.Pointer.ToString(), diagnostic.Arguments.ToEquatableArray()))
        .Distinct()
        .ToEquatableArray();
}
