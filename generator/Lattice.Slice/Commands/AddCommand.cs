using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice add</c>: adds an operation to the slice.</summary>
internal static class AddCommand
{
    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        Option<string> slice = SharedOptions.Slice();
        Option<bool> asCreate = new("--as-create") { Description = "Adds the operation even if its path does not look like a create." };
        Argument<string> operation = SharedOptions.Operation();
        var command = new Command("add", "Adds an operation to slice.json and updates stripe.json.")
        {
            operation, asCreate, spec, slice,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            report,
            parsed.GetValue(slice)!,
            parsed.GetValue(spec),
            parsed.GetValue(operation)!,
            parsed.GetValue(asCreate),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReport report, string slice, string? source, string name, bool asCreate, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification spec = await report.LoadAsync(files.GetSource(source), cancellationToken);
        Addition addition = Addition.Create(files, spec, name, asCreate, cancellationToken);
        addition.Files.Save(addition.Result.Json);
        AddReport.Print(report, addition);
        return ExitCodes.Done;
    }
}
