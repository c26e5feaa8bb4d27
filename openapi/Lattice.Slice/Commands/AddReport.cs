using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Reports;
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
    /// <summary>Some operations bring hundreds of types; the first ones show what they are called like.</summary>
    private const int ShownTypes = 20;

    /// <param name="before">The slice as it was, if there was one.</param>
    /// <param name="changes">What the document changes for what was in the slice before; null: nothing was.</param>
    public static void Print(IReport report, Addition addition, Spec? before, GeneratedTypes types, CheckReport? changes)
    {
        SliceResult after = addition.Result;
        int schemas = after.Components.Count(component => before?.Schemas.ContainsKey(component.Name) != true);
        report.Line($"Added {addition.Operation.Text} to {addition.Files.Path}.");
        report.Line($"{addition.Files.SlicePath}: {Counted.Of(schemas, "schema")} more; {after.Summary}");
        if (before is not null && before.Version != after.Version)
        {
            report.Line($"The API version of the slice was {before.Version}: all its operations are {after.Version}'s now.");
        }

        if (changes is { ExitCode: CheckExitCode.Breaking })
        {
            report.Line($"For what was in the slice, the document is another one: {ReportText.GetSummary(changes)}");
            report.Line("To see these changes, restore slice.json and stripe.json and run `lattice check` with the same document.");
        }

        report.Line();
        foreach (string method in types.Methods)
        {
            report.Line($"  await {method}");
        }

        report.Line();
        report.Line($"{Counted.Of(types.Types.Count, "type")} will appear:");
        foreach (string type in types.Types.Take(ShownTypes))
        {
            report.Line($"  {type}");
        }

        if (types.Types.Count > ShownTypes)
        {
            report.Line($"  and {types.Types.Count - ShownTypes} more");
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
