using System.CommandLine;
using System.Text;
using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Reports;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice check</c>: what a newer specification changes.</summary>
internal static class CheckCommand
{
    private const string Description = """
        Says what a newer specification changes for the slice, and for code that uses it. It writes nothing to the slice.

        Exit code:
          0  nothing changes, or documentation alone
          1  there are additions, and nothing breaks
          2  something breaks, in source or in behaviour
          3  the two could not be compared
        """;

    private static readonly Dictionary<string, Func<CheckReport, string>> s_formats = new()
    {
        ["text"] = TextReport.Render,
        ["json"] = JsonReport.Render,
        ["markdown"] = MarkdownReport.Render,
    };

    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        Option<string> slice = SharedOptions.Slice();
        Option<string> format = new Option<string>("--format")
        {
            Description = "How the report is written: for a terminal, for a program, or for a comment on a pull request.",
            DefaultValueFactory = _ => "text",
        }.AcceptOnlyFromAmong([.. s_formats.Keys]);
        Option<string?> output = new Option<string?>("--output") { Description = "The file that the report is written to.", HelpName = "FILE" }
            .RefuseEmpty();
        var command = new Command("check", Description.ReplaceLineEndings()) { spec, slice, format, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            CheckReport found = await CheckAsync(report, parsed.GetValue(slice)!, parsed.GetValue(spec), cancellationToken);
            string text = s_formats[parsed.GetValue(format)!](found);
            Write(text, found, parsed.GetValue(output), report, parsed.InvocationConfiguration.Output);
            return (int)found.ExitCode;
        });
        return command;
    }

    private static async Task<CheckReport> CheckAsync(IReport report, string slice, string? given, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification present = files.LoadSlice()
            ?? throw new CommandFailedException($"{files.SlicePath} does not exist. Run `lattice slice` to make it.");
        Specification newer = await report.LoadAsync(files.GetSource(given), cancellationToken);
        return SliceCheck.Run(present, files.Configuration, newer, cancellationToken);
    }

    /// <summary>Writes the report as it is, whatever a terminal's width: a program may read it.</summary>
    private static void Write(string text, CheckReport found, string? file, IReport report, TextWriter output)
    {
        if (file is null)
        {
            output.Write(text);
            return;
        }

        new FileChanges().Replace(file, Encoding.UTF8.GetBytes(text)).Commit();
        report.Line($"{file}: {ReportText.GetSummary(found)}");
    }
}
