using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice remove</c>: removes operations from the slice.</summary>
internal static class RemoveCommand
{
    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        spec.Description = "The full specification in JSON or YAML, as a file or a URL. Default: stripe.json itself.";
        Option<string> slice = SharedOptions.Slice();
        var operations = new OperationOptions();
        var command = new ExampleCommand(
            "remove",
            "Removes operations and their annotations from slice.json, and updates stripe.json.",
            "lattice remove coupon",
            "lattice remove \"GET /v1/accounts/{account}\" file_links",
            "lattice remove account person --retrieve --update",
            "lattice remove account --all",
            "lattice remove coupon --spec spec3.json --slice openapi/slice.json");
        operations.AddTo(command);
        command.Options.Add(spec);
        command.Options.Add(slice);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            report,
            parsed.GetValue(slice)!,
            parsed.GetValue(spec),
            operations.GetNames(parsed),
            operations.GetFilter(parsed),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReport report,
        string slice,
        string? source,
        IReadOnlyList<string> names,
        OperationFilter filter,
        CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification spec = source is not null ? await report.LoadAsync(files.GetSource(source), cancellationToken) : LoadSlice(files);
        SliceFiles pinned = source is not null ? files.Pin(spec) : files;
        Removal removal = Removal.Create(pinned, spec, names, filter, cancellationToken);
        removal.Files.Save(removal.Result.Json, spec);
        report.Pin(files, removal.Files);
        Print(report, removal);
        return ExitCodes.Done;
    }

    /// <summary>Loads the slice itself, which has everything that a smaller slice needs.</summary>
    private static Specification LoadSlice(SliceFiles files)
    {
        Specification spec = files.LoadSlice()
            ?? throw new CommandFailedException($"{files.SlicePath} does not exist. Pass the full specification with --spec.");
        byte[] same = Slicer.CreateSlice(spec, files.Configuration).EnsureComplete().Json;
        return same.AsSpan().SequenceEqual(files.SliceText) ? spec : throw new CommandFailedException(
            $"{files.SlicePath} does not match {files.Path}. Run `lattice slice` first, or pass the full specification with --spec.");
    }

    private static void Print(IReport report, Removal removal)
    {
        SliceResult result = removal.Result;
        foreach (ApiOperation operation in removal.Operations)
        {
            report.Line($"Removed {operation.Text} from {removal.Files.Path}.");
        }

        report.Line($"{removal.Files.SlicePath}: {result.Summary}");
        if (removal.RemovedAnnotations.Count > 0)
        {
            report.Line();
            report.Line("Also removed from slice.json:");
            foreach (UnmatchedAnnotation unmatched in removal.RemovedAnnotations)
            {
                report.Line($"  {unmatched.Section}: {unmatched.Pointer}");
            }
        }
    }
}
