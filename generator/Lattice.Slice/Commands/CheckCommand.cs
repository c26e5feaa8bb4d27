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
    private const string Text = "text";

    private static readonly string[] s_exitCodes =
    [
        "0  nothing changes except documentation",
        "1  there are additions, and nothing breaks",
        "2  something breaks, in source or in behavior",
        "3  the comparison failed",
    ];

    private static readonly Dictionary<string, Func<CheckReport, string>> s_formats = new()
    {
        [Text] = TextReport.Render,
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
            DefaultValueFactory = _ => Text,
        }.AcceptOneOf([.. s_formats.Keys]);
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
            SliceFiles files = SliceFiles.Load(parsed.GetValue(slice)!);
            string? file = parsed.GetValue(output);
            if (file is not null)
            {
                // Before minutes of downloading.
                CreateChanges(files, file, text: "").EnsureAllowed();
            }

            Specification present = files.LoadSlice()
                ?? throw new CommandFailedException($"{files.SlicePath} does not exist. Run `lattice slice` to create it.");
            Specification newer = await report.LoadAsync(files.GetSource(parsed.GetValue(spec), latest: true), cancellationToken);
            CheckReport found = SliceCheck.Run(present, files.Configuration, newer, cancellationToken);
            string text = s_formats[parsed.GetValue(format)!](found);
            if (file is null)
            {
                await WriteAsync(report, parsed, text, isForProgram: parsed.GetValue(format) != Text);
            }
            else
            {
                CreateChanges(files, file, text).Keep(newer.File, "the newer document").Commit();
                report.Line($"{file}: {ReportText.GetSummary(found)}");
            }

            return (int)found.ExitCode;
        });
        return command;
    }

    /// <summary>Writes the report; if people read it, wrapped to the width of a terminal.</summary>
    private static async Task WriteAsync(IReport report, ParseResult parsed, string text, bool isForProgram)
    {
        if (isForProgram)
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(text);
            return;
        }

        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            report.Line(line);
        }
    }

    private static FileChanges CreateChanges(SliceFiles files, string file, string text) =>
        files.KeepIn(new FileChanges()).Replace(file, Encoding.UTF8.GetBytes(ControlCharacters.Escape(text)));
}
