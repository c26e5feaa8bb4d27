using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice slice</c>: makes stripe.json anew.</summary>
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

    private static async Task<int> RunAsync(IReport report, string slice, string? given, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification spec = await report.LoadAsync(files.GetSource(given), cancellationToken);
        SliceResult result = Slicer.Cut(spec, files.Configuration).EnsureComplete();
        files.Save(result.Json);
        report.Line($"{files.SlicePath}: {result.Summary}");
        report.Secrets(result.Secrets);
        return ExitCodes.Done;
    }
}
