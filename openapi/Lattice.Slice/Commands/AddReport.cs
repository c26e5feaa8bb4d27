using Lattice.Slice.Editing;
using Lattice.Slice.Names;
using Lattice.Slice.Operations;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Types;

namespace Lattice.Slice.Commands;

/// <summary>Says what an added operation brings.</summary>
internal static class AddReport
{
    /// <param name="before">The slice as it was, if there was one.</param>
    public static void Print(IReport report, Addition addition, Spec? before, GeneratedTypes types)
    {
        SliceResult after = addition.Result;
        int schemas = after.Components.Count(component => before?.Schemas.ContainsKey(component.Name) != true);
        report.Line($"Added {addition.Operation.Text} to {addition.Files.Path}.");
        report.Line($"{addition.Files.SlicePath}: {Counted.Of(schemas, "schema")} more; {after.Summary}");
        if (before is not null && before.Version != after.Version)
        {
            report.Line($"The API version of the slice was {before.Version}: all its operations are {after.Version}'s now.");
        }

        report.Line();
        foreach (string method in types.Methods)
        {
            report.Line($"  await {method}");
        }

        report.Line();
        report.Line($"{Counted.Of(types.Types.Count, "type")} will appear:");
        foreach (string type in types.Types)
        {
            report.Line($"  {type}");
        }

        foreach (string problem in types.Problems)
        {
            report.Line();
            report.Line($"The build will report {problem}");
        }

        report.Secrets([.. after.Secrets.Where(secret => IsNew(secret, addition.Operation, before))]);
    }

    /// <summary>Whether a secret belongs to the operation or to a schema that was not there.</summary>
    private static bool IsNew(Secret secret, SpecOperation operation, Spec? before)
    {
        IReadOnlyList<string> place = JsonPointer.Split(secret.Pointer);
        return place[0] == "paths" ? place[1] == operation.Path.Text : before?.Schemas.ContainsKey(place[2]) != true;
    }
}
