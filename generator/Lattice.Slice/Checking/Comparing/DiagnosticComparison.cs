using Lattice.Slice.Types;
using Lattice.Spec.Json;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Finds what the build would report that it did not report before.</summary>
internal static class DiagnosticComparison
{
    /// <param name="isGrown">Whether the newer slice has an operation more by choice: what came with it is not a change.</param>
    public static void Compare(SliceModel old, SliceModel @new, ChangeLog log, bool isGrown)
    {
        List<string> reported =
        [
            .. from change in log.Changes
               where change.Kind == ChangeKind.NoLongerGenerated
               select change.Location.Pointer,
        ];
        foreach (DiagnosticInfo diagnostic in @new.GetNewDiagnostics(old))
        {
            string pointer = diagnostic.Pointer;
            if (!reported.Exists(location => Contains(location, pointer)) && !(isGrown && IsNew(old, pointer)))
            {
                log.AddNew(ChangeKind.NotGenerated, new Subject(diagnostic.Id, pointer, pointer), diagnostic.Message);
            }
        }
    }

    /// <summary>Whether the inner location is the outer one or within it.</summary>
    private static bool Contains(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '/');

    /// <summary>Whether the location is in a path or a component that the slice does not have.</summary>
    private static bool IsNew(SliceModel slice, string pointer)
    {
        JsonValue root = slice.Slice.Document.Root;
        return JsonPointer.Parse(pointer).Segments switch
        {
            ["paths", var path, ..] => root.Find("paths")?.Find(path) is null,
            ["components", var section, var name, ..] => root.Find("components")?.Find(section)?.Find(name) is null,
            _ => false,
        };
    }
}
