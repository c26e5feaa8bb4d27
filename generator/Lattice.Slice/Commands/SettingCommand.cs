using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary>What the commands that change a setting in slice.json share.</summary>
internal sealed class SettingCommand
{
    private readonly Option<string?> _spec = SharedOptions.Spec();
    private readonly Option<string> _slice = SharedOptions.Slice();

    public Option<bool> Remove { get; } = new("--remove")
    {
        Description = "Removes the setting. If it was the last change, this restores the exact files.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Remove);
        command.Options.Add(_spec);
        command.Options.Add(_slice);
    }

    /// <summary>Loads the slice, changes it, and writes slice.json and stripe.json in one change.</summary>
    /// <param name="change">Changes the draft, and returns it with how to report the change.</param>
    /// <param name="allowsWarnings">Whether the next build may report new warnings.</param>
    public async Task<int> RunAsync(
        IReport report,
        ParseResult parsed,
        Func<SliceDraft, (SliceDraft After, Action Print)> change,
        bool allowsWarnings,
        CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(parsed.GetValue(_slice)!);
        Specification spec = await report.LoadAsync(files.GetSource(parsed.GetValue(_spec)), cancellationToken);
        var before = SliceDraft.Load(files, spec, cancellationToken);
        (SliceDraft after, Action print) = change(before);
        after.EnsureReplaces(before, allowsWarnings);
        after.Files.Save(after.Result.Json, spec);
        print();
        PrintSlice(report, before, after);
        return ExitCodes.Done;
    }

    private static void PrintSlice(IReport report, SliceDraft before, SliceDraft after)
    {
        int schemas = after.Result.Schemas.Except(before.Result.Schemas).Count();
        int removed = before.Result.Schemas.Except(after.Result.Schemas).Count();
        string change = schemas > 0 ? $"{Counted.Of(schemas, "new schema")}; "
            : removed > 0 ? $"{Counted.Of(removed, "schema")} removed; "
            : "";
        report.Line($"{after.Files.SlicePath}: {change}{after.Result.Summary}");
        report.Diagnostics(after.Model.GetNewDiagnostics(before.Model));
    }
}
