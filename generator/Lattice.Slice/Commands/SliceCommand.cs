using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice slice</c>: writes stripe.json.</summary>
internal static class SliceCommand
{
    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        Option<string> slice = SharedOptions.Slice();
        var command = new Command("slice", "Writes stripe.json from slice.json and the full specification.") { spec, slice };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(report, parsed.GetValue(slice)!, parsed.GetValue(spec), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReport report, string slice, string? source, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification spec = await report.LoadAsync(files.GetSource(source), cancellationToken);
        SliceResult result = Slicer.CreateSlice(spec, files.Configuration).EnsureComplete();
        SliceModel? before = ReadPresent(files, cancellationToken);
        SliceModel after = SliceModel.Read(Specification.Parse(result.Json, $"the slice of {spec.Name}"), cancellationToken);
        SliceGuard.EnsureGenerated(files.Configuration, before, after);
        files.Save(result.Json, spec);
        report.Line($"{files.SlicePath}: {result.Summary}");
        report.Diagnostics(after.GetNewDiagnostics(before));
        report.Validation(after);
        report.Secrets(result.Secrets);
        return ExitCodes.Done;
    }

    /// <summary>The slice to replace; <see langword="null"/> if absent, or it cannot be read, which this command repairs.</summary>
    private static SliceModel? ReadPresent(SliceFiles files, CancellationToken cancellationToken)
    {
        try
        {
            return files.LoadSlice() is { } present ? SliceModel.Read(present, cancellationToken) : null;
        }
        catch (CommandFailedException)
        {
            return null;
        }
    }
}
