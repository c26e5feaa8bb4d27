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
        Option<bool> latest = SharedOptions.Latest("Uses the newest document of the source instead of the pinned one, and pins it.");
        var command = new ExampleCommand(
            "slice",
            "Writes stripe.json from slice.json and the full specification.",
            "lattice slice",
            "lattice slice --latest",
            "lattice slice --spec spec3.json",
            "lattice slice --spec https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json",
            "lattice slice --slice openapi/slice.json")
        {
            spec, slice,
        };
        command.AddLatest(latest, spec);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(report, parsed.GetValue(slice)!, parsed.GetValue(spec), parsed.GetValue(latest), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReport report, string slice, string? source, bool latest, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification spec = await report.LoadAsync(files.GetSource(source, latest), cancellationToken);
        SliceResult result = Slicer.CreateSlice(spec, files.Configuration).EnsureComplete();
        SliceModel? before = ReadPresent(files, cancellationToken);
        SliceModel after = SliceModel.Read(Specification.Parse(result.Json, $"the slice of {spec.Name}"), cancellationToken);
        SliceGuard.EnsureGenerated(files.Configuration, before, after);

        // A slice without operations depends on no document. It gets a pin with its first operation, and loses it with its last one.
        SliceFiles pinned = files.Configuration is { Operations.Length: 0, Pin: null } ? files : files.Pin(spec);
        pinned.Save(result.Json, spec);
        report.Pin(files, pinned);
        report.Line($"{files.SlicePath}: {result.Summary}");
        report.Version(before, result);
        report.Diagnostics(after.GetNewDiagnostics(before));
        report.Validation(after);
        report.Secrets(result.Secrets, after);
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
