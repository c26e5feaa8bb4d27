using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Spec.Json;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Finds the diagnostics that the build did not report before. Members that are lost have changes of their own.</summary>
internal static class DiagnosticComparison
{
    /// <summary>The rule for each diagnostic that a slice can cause; the first row that matches the location applies.</summary>
    private static readonly (DiagnosticRule Diagnostic, Func<JsonValue, JsonPointer, bool> IsAt, ChangeRule Change)[] s_rules =
    [
        // An error stops the build.
        (DiagnosticRules.InvalidJson, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.InvalidOpenApi, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.UnresolvedReference, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.NameCollision, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.NoVersion, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.Failed, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.InvalidPath, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.TypeFailed, Anywhere, ChangeRules.BuildFails),
        (DiagnosticRules.InvalidExtension, Anywhere, ChangeRules.BuildFails),

        // A warning leaves something out that the present slice does not have either.
        (DiagnosticRules.Unsupported, IsServer, ChangeRules.ServerNotUsed),
        (DiagnosticRules.Unsupported, IsRequiredParameter, ChangeRules.RequiredParameterNotGenerated),
        (DiagnosticRules.Unsupported, Anywhere, ChangeRules.NotGenerated),
        (DiagnosticRules.NoResponse, Anywhere, ChangeRules.NotGenerated),
    ];

    /// <param name="ignoreNewElements">Whether to ignore operations and components that the present slice does not have.</param>
    public static void Compare(SliceModel old, SliceModel @new, ChangeLog log, bool ignoreNewElements)
    {
        List<string> reported =
        [
            .. from change in log.Changes
               where change.Rule == ChangeRules.NoLongerGenerated
               select change.Location.Pointer,
        ];
        foreach (DiagnosticInfo diagnostic in @new.GetNewDiagnostics(old))
        {
            string pointer = diagnostic.Pointer;
            if (!reported.Exists(location => Contains(location, pointer)) && !(ignoreNewElements && IsNew(old, pointer)))
            {
                log.AddNew(GetRule(diagnostic, @new), new Subject(diagnostic.Id, pointer, pointer), diagnostic.Message);
            }
        }
    }

    /// <summary>Whether a change has a rule for the diagnostic.</summary>
    public static bool HasRule(string id) => s_rules.Any(rule => rule.Diagnostic.Id == id);

    private static ChangeRule GetRule(DiagnosticInfo diagnostic, SliceModel slice)
    {
        var location = JsonPointer.Parse(diagnostic.Pointer);
        return s_rules.First(rule => rule.Diagnostic.Id == diagnostic.Id && rule.IsAt(slice.Slice.Document.Root, location)).Change;
    }

    private static bool Anywhere(JsonValue root, JsonPointer location) => true;

    private static bool IsServer(JsonValue root, JsonPointer location) => location.Segments is [.., "servers", _, "url"];

    /// <summary>Whether the location is a required parameter of an operation, or within a required property of a request body.</summary>
    private static bool IsRequiredParameter(JsonValue root, JsonPointer location)
    {
        List<string> segments = [.. location.Segments];
        int properties = segments.LastIndexOf("properties");
        return segments.Contains("requestBody") && properties >= 0 && properties + 1 < segments.Count
            ? Find(root, segments[..properties])?.Find("required")?.Items.Any(name => name.String == segments[properties + 1]) == true
            : FindParameter(root, segments)?.Find("required")?.Boolean == true;
    }

    /// <summary>The parameter of a path, an operation or the components that is at the location or contains it.</summary>
    private static JsonValue? FindParameter(JsonValue root, List<string> segments)
    {
        int length = 2 + segments switch
        {
            ["paths", _, "parameters", _, ..] or ["paths", _, _, "parameters", _, ..] => segments.IndexOf("parameters", 2),
            ["components", "parameters", _, ..] => 1,
            _ => -2,
        };
        return length == 0 ? null : Find(root, segments[..length]);
    }

    private static JsonValue? Find(JsonValue root, IEnumerable<string> segments) =>
        segments.Aggregate<string, JsonValue?>(root, (value, segment) => value?.FindChild(segment));

    /// <summary>Whether the inner location is the outer one or within it.</summary>
    private static bool Contains(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '/');

    /// <summary>Whether the location is in an operation or a component that the slice does not have.</summary>
    private static bool IsNew(SliceModel slice, string pointer)
    {
        JsonValue root = slice.Slice.Document.Root;
        return JsonPointer.Parse(pointer).Segments switch
        {
            ["paths", var path, var method, ..] => root.Find("paths")?.Find(path)?.Find(method) is null,
            ["paths", var path] => root.Find("paths")?.Find(path) is null,
            ["components", var section, var name, ..] => root.Find("components")?.Find(section)?.Find(name) is null,
            _ => false,
        };
    }
}
