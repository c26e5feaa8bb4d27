using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Reports;
using Lattice.Slice.Editing;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;
using Lattice.Slice.Secrets;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;
using Lattice.Spec.Model;

namespace Lattice.Slice.Commands;

/// <summary>Reports what added operations contribute to the slice.</summary>
internal static class AddReport
{
    /// <summary>Some operations add hundreds of types; the first ones show how they are named.</summary>
    private const int ShownTypes = 20;

    public static void Print(IReport report, Addition addition)
    {
        SliceResult result = addition.Result;
        Specification? before = addition.Before?.Slice;
        int schemas = result.Schemas.Count(schema => before?.Schemas.ContainsKey(schema) != true);
        foreach (ApiOperation operation in addition.Operations)
        {
            report.Line($"Added {operation.Text} to {addition.Files.Path}.");
        }

        report.Line($"{addition.Files.SlicePath}: {Counted.Of(schemas, "new schema")}; {result.Summary}");
        report.Version(addition.Before, result);
        if (addition.Changes is { ExitCode: CheckExitCode.Breaking } changes)
        {
            report.Line($"The document also changes what was in the slice before: {ReportText.GetSummary(changes)}");
            report.Line("To list these changes, restore slice.json and stripe.json, and run `lattice check` with the same document.");
        }

        PrintCalls(report, [.. addition.Operations.Select(operation =>
            SampleCall.Create(addition.After, addition.After.Operations[operation.Text]))]);
        List<TypeName> types = [.. addition.After.Types.Except(addition.Before?.Types ?? [])];
        PrintTypes(report, types);
        report.Diagnostics(addition.After.GetNewDiagnostics(addition.Before));
        report.Validation(addition.After);
        List<Secret> secrets = [.. result.Secrets.Where(secret => IsNew(secret, addition.Operations, before))];
        report.Rules([.. types.Select(addition.After.Get)], secrets.Count > 0);
        report.Secrets(secrets, addition.After);
    }

    /// <summary>Prints the calls, each after the <c>using</c> directives that the call before does not have.</summary>
    private static void PrintCalls(IReport report, IReadOnlyList<SampleCall> calls)
    {
        IReadOnlyList<string> present = [];
        foreach (SampleCall call in calls)
        {
            if (!call.Usings.SequenceEqual(present))
            {
                report.Line();
                if (present.Count == 0)
                {
                    report.Line($"  // In a project with a slice of its own, the types are in its LatticeNamespace, not in {CSharpNames.Root}.");
                }

                foreach (string name in call.Usings)
                {
                    report.Line($"  using {name};");
                }

                report.Line();
                present = call.Usings;
            }

            foreach (string line in call.Statement)
            {
                report.Line($"  {line}");
            }
        }
    }

    private static void PrintTypes(IReport report, List<TypeName> added)
    {
        List<string> types = [.. added.Select(CSharpNames.Relative).Order(StringComparer.Ordinal)];
        report.Line();
        report.Line($"{Counted.Of(types.Count, "type")} will be generated:");
        foreach (string type in types.Take(ShownTypes))
        {
            report.Line($"  {type}");
        }

        if (types.Count > ShownTypes)
        {
            report.Line($"  and {types.Count - ShownTypes} more");
        }
    }

    /// <summary>Whether a secret belongs to one of the operations or to a new schema.</summary>
    private static bool IsNew(Secret secret, IReadOnlyList<ApiOperation> operations, Specification? before)
    {
        IReadOnlyList<string> location = JsonPointer.Parse(secret.Pointer).Segments;
        return location[0] == "paths"
            ? operations.Any(operation => location[1] == operation.Path.Text && location[2] == operation.Source.Method)
            : before?.Schemas.ContainsKey(location[2]) != true;
    }
}
