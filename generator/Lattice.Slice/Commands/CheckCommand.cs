using System.CommandLine;
using System.Text;
using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Reports;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice check</c>: reports what a newer specification changes.</summary>
internal static class CheckCommand
{
    private static readonly string[] s_exitCodes =
    [
        "0  nothing changes except documentation",
        "1  there are additions, and nothing breaks",
        "2  something breaks, in source or in behavior",
        "3  the comparison failed",
    ];

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
            Description = "The format of the report: text for a terminal, json for a program, or markdown for a comment on a pull request.",
            DefaultValueFactory = _ => "text",
        }.AcceptOnlyFromAmong([.. s_formats.Keys]);
        Option<string?> output = new Option<string?>("--output")
        {
            Description = "The file to write the report to. Default: standard output.",
            HelpName = "FILE",
        }.RejectEmpty();
        spec.Description = "The newer specification in JSON or YAML, as a file or a URL. Default: the newest document of the source in slice.json.";
        Option<bool> latest = SharedOptions.Latest("Compares with the newest document of the source. This is the default.");
        var command = new ExampleCommand(
            "check",
            "Reports what a newer specification changes for the slice and for code that uses it. Does not change the slice.",
            "lattice check",
            "lattice check --latest",
            "lattice check --spec spec3.json --slice openapi/slice.json",
            "lattice check --format json",
            "lattice check --format markdown --output changes.md")
        {
            spec, slice, format, output,
        };
        command.AddLatest(latest, spec);
        command.ExitCodes = s_exitCodes;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            CheckReport found = await CheckAsync(report, parsed.GetValue(slice)!, parsed.GetValue(spec), cancellationToken);
            string text = s_formats[parsed.GetValue(format)!](found);
            Write(text, found, parsed.GetValue(output), report, parsed.InvocationConfiguration.Output);
            return (int)found.ExitCode;
        });
        return command;
    }

    private static async Task<CheckReport> CheckAsync(IReport report, string slice, string? source, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification present = files.LoadSlice()
            ?? throw new CommandFailedException($"{files.SlicePath} does not exist. Run `lattice slice` to create it.");
        Specification newer = await report.LoadAsync(files.GetSource(source, latest: true), cancellationToken);
        return SliceCheck.Run(present, files.Configuration, newer, cancellationToken);
    }

    /// <summary>Writes the report without wrapping it to the width of a terminal, because a program may read it.</summary>
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
