using Lattice.Generator.Model;
using Lattice.Slice.Checking.Places;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Finds what the build would warn of that it did not warn of before.</summary>
internal static class ProblemComparison
{
    public static void Compare(CheckedSlice old, CheckedSlice @new, ChangeLog log)
    {
        HashSet<(string, EquatableArray<string>)> known = [.. old.Problems.Select(GetKey)];
        List<string> told =
        [
            .. from change in log.Changes
               where change.Kind == ChangeKind.NoLongerGenerated
               select change.Place.Pointer,
        ];
        foreach (Problem problem in @new.Problems.Where(problem => CheckedSlice.IsWarning(problem) && !known.Contains(GetKey(problem))))
        {
            string pointer = @new.Locate(problem);
            if (!told.Exists(place => PointerLocator.Contains(place, pointer)))
            {
                log.AddNew(ChangeKind.NotGenerated, new Subject(problem.Id, pointer, pointer), CheckedSlice.GetMessage(problem));
            }
        }
    }

    /// <summary>What makes two problems the same: what is said, not the line it is said of.</summary>
    private static (string Id, EquatableArray<string> Arguments) GetKey(Problem problem) => (problem.Id, problem.Arguments);
}
