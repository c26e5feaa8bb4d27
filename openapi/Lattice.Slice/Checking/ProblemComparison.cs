using Lattice.Generator.Model;

namespace Lattice.Slice.Checking;

/// <summary>Finds what the build would warn of that it did not warn of before.</summary>
internal static class ProblemComparison
{
    public static void Compare(CheckedSlice old, CheckedSlice @new, ChangeLog log)
    {
        HashSet<(string, EquatableArray<string>)> known = [.. old.Problems.Select(problem => (problem.Id, problem.Arguments))];
        List<string> told = [.. log.Changes.Where(change => change.Kind == ChangeKind.NoLongerGenerated).Select(change => change.Place.Pointer)];
        foreach (Problem problem in @new.Problems.Where(problem => CheckedSlice.IsWarning(problem) && !known.Contains((problem.Id, problem.Arguments))))
        {
            string pointer = @new.Locate(problem);
            if (!told.Exists(place => PointerLocator.Contains(place, pointer)))
            {
                log.AddNew(ChangeKind.NotGenerated, problem.Id, pointer, pointer, CheckedSlice.GetMessage(problem));
            }
        }
    }
}
