using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice remove</c>: an operation less.</summary>
internal static class RemoveCommand
{
    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        spec.Description = "The full specification in JSON or YAML, a file or an address. Without it: stripe.json, which has all that stays.";
        Option<string> slice = SharedOptions.Slice();
        Argument<string> operation = SharedOptions.Operation();
        var command = new Command("remove", "Takes an operation out of slice.json, with what is said of it there, and writes stripe.json.")
        {
            operation, spec, slice,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(report, parsed.GetValue(slice)!, parsed.GetValue(spec), parsed.GetValue(operation)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReport report, string slice, string? given, string text, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification spec = given is not null ? await report.LoadAsync(files.GetSource(given), cancellationToken) : LoadOwn(files);
        Removal removal = Removal.Create(files, spec, text, cancellationToken);
        removal.Files.Save(removal.Result.Json);
        Print(report, removal);
        return ExitCodes.Done;
    }

    /// <summary>The slice itself: nothing but what leaves it is needed to make it smaller.</summary>
    private static Specification LoadOwn(SliceFiles files)
    {
        Specification spec = files.LoadSlice()
            ?? throw new CommandFailedException($"{files.SlicePath} does not exist. Name the full specification with --spec.");
        byte[] same = Slicer.Cut(spec, files.Configuration).EnsureComplete().Json;
        return same.AsSpan().SequenceEqual(File.ReadAllBytes(files.SlicePath)) ? spec : throw new CommandFailedException(
            $"{files.SlicePath} is not what {files.Path} says. Run `lattice slice` first, or name the full specification with --spec.");
    }

    private static void Print(IReport report, Removal removal)
    {
        SliceResult result = removal.Result;
        report.Line($"Removed {removal.Operation.Text} from {removal.Files.Path}.");
        report.Line($"{removal.Files.SlicePath}: {result.Summary}");
        if (removal.Gone.Count > 0)
        {
            report.Line();
            report.Line("What slice.json said of it went as well:");
            foreach (UnmatchedAnnotation unmatched in removal.Gone)
            {
                report.Line($"  {unmatched.Section}: {unmatched.Pointer}");
            }
        }
    }
}
