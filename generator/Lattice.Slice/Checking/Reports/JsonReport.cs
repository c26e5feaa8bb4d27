using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Slice.Checking.Reports;

/// <summary>
/// The report for programs. Members are added to it and never taken away or renamed:
/// <code>
/// {
///   "presentVersion": "2026-09-30.endive",
///   "newerVersion": "2026-10-28.endive",
///   "exitCode": 2,                               0 nothing or documentation, 1 additions, 2 breaking
///   "counts": { "breaking-source": 1, "breaking-behaviour": 0, "addition": 4, "documentation": 0 },
///   "changes": [                                 worst class first
///     {
///       "kind": "parameter-removed",             a name of ChangeKind in kebab case
///       "class": "breaking-source",              one of the names in counts
///       "member": "AccountLinkCreateParams.Collect",
///       "document": "present",                   present or newer: where the pointer leads
///       "pointer": "/paths/~1v1~1account_links/post/…/properties/collect",
///       "name": "collect",                       the specification's name
///       "old": "AccountLinkCreateCollect?",      or null
///       "new": null,                             or what is now
///       "message": "Stripe no longer takes `collect`, so the property goes. Stop setting it."
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
        NewLine = "\n",
        // The report is a file, not a part of a page: pointers and C# types stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Render(CheckReport report) => JsonSerializer.Serialize(new Root(
        report.PresentVersion,
        report.NewerVersion,
        (int)report.ExitCode,
        report.Groups.ToDictionary(group => GetName(group.Class), group => group.Changes.Count),
        [.. report.Changes.Select(ToItem)]), s_options) + "\n";

    private static Item ToItem(Change change) => new(
        change.Kind,
        change.Class,
        change.Member,
        change.Location.IsNewer ? "newer" : "present",
        change.Location.Pointer,
        change.Name,
        change.Old,
        change.New,
        change.Message);

    private static string GetName(ChangeClass @class) => JsonNamingPolicy.KebabCaseLower.ConvertName(@class.ToString());

    private sealed record Root(
        string PresentVersion,
        string NewerVersion,
        int ExitCode,
        IReadOnlyDictionary<string, int> Counts,
        IReadOnlyList<Item> Changes);

    private sealed record Item(
        ChangeKind Kind,
        ChangeClass Class,
        string Member,
        string Document,
        string Pointer,
        string Name,
        string? Old,
        string? New,
        string Message);
}
