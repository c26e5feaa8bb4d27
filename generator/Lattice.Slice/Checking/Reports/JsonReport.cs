using System.Text.Encodings.Web;
using System.Text.Json;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Files;

namespace Lattice.Slice.Checking.Reports;

/// <summary>
/// The report for programs. Members may be added to it, but are never removed or renamed:
/// <code>
/// {
///   "presentVersion": "2026-09-30.endive",
///   "newerVersion": "2026-10-28.endive",
///   "exitCode": 2,                               0 nothing or documentation, 1 additions, 2 breaking
///   "counts": { "breaking-source": 1, "breaking-behavior": 0, "addition": 4, "documentation": 0 },
///   "changes": [                                 worst class first
///     {
///       "kind": "parameter-removed",             a name of ChangeRules in kebab case
///       "class": "breaking-source",              one of the names in counts
///       "member": "AccountLinkCreateParams.Collect",
///       "document": "present",                   the document of the pointer: present or newer
///       "pointer": "/paths/~1v1~1account_links/post/…/properties/collect",
///       "name": "collect",                       the name in the specification
///       "old": "AccountLinkCreateCollect?",      the old value, or null
///       "new": null,                             or the new value
///       "message": "Stripe no longer accepts `collect`, so the property is removed. Stop setting it."
///     }
///   ]
/// }
/// </code>
/// </summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The report is not embedded in HTML, so pointers and C# types stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(CheckReport report) => JsonOutput.Serialize(new Root(
        report.PresentVersion,
        report.NewerVersion,
        (int)report.ExitCode,
        report.Groups.ToDictionary(group => GetName(group.Class.ToString()), group => group.Changes.Count),
        [.. report.Changes.Select(ToItem)]), s_options) + "\n";

    private static Item ToItem(Change change) => new(
        GetName(change.Rule.Name),
        GetName(change.Class.ToString()),
        change.Member,
        change.Location.IsNewer ? "newer" : "present",
        change.Location.Pointer,
        change.Name,
        change.Old,
        change.New,
        change.Message);

    private static string GetName(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private sealed record Root(
        string PresentVersion,
        string NewerVersion,
        int ExitCode,
        IReadOnlyDictionary<string, int> Counts,
        IReadOnlyList<Item> Changes);

    private sealed record Item(
        string Kind,
        string Class,
        string Member,
        string Document,
        string Pointer,
        string Name,
        string? Old,
        string? New,
        string Message);
}
