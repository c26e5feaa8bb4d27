using Lattice.Slice.Commands;
using Lattice.Slice.Output;
using Lattice.Slice.Tests.Support;
using Spectre.Console;

namespace Lattice.Slice.Tests.Output;

/// <summary>Tables and lines on a terminal: a word, such as a path or a C# name, is never broken.</summary>
public class TerminalTableTests
{
    private static readonly string[] s_headers = ["Operation", "Method", "Parameters", "KB"];

    private static readonly string[][] s_rows =
    [
        ["POST /v1/billing_portal/configurations", "BillingPortal.Configuration.CreateAsync", "business_profile, features, +4 optional", "31.4"],
        ["POST /v1/coupons", "Coupon.CreateAsync", "+9 optional", ""],
    ];

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    [InlineData(200)]
    public void No_word_is_broken_at_any_width(int width)
    {
        string output = Render(width, report => report.Table(s_headers, s_rows));

        Assert.All(
            s_rows.SelectMany(row => row).SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            word => Assert.Contains(word, output, StringComparison.Ordinal));
        Assert.All(
            output.Split('\n').Where(line => !line.Contains("BillingPortal", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void A_table_that_does_not_fit_is_written_one_field_per_line() => Assert.Equal(
        """
        POST /v1/billing_portal/configurations
          Method      BillingPortal.Configuration.CreateAsync
          Parameters  business_profile, features, +4 optional
          KB          31.4
        POST /v1/coupons
          Method      Coupon.CreateAsync
          Parameters  +9 optional

        """, Render(80, report => report.Table(s_headers, s_rows)));

    [Fact]
    public void A_table_wraps_at_spaces_if_that_is_enough()
    {
        string output = Render(80, report => report.Table(
            ["Rule", "What it knows"], [["LAT1001", string.Join(", ", Enumerable.Range(10, 30).Select(number => $"Widget.Size{number}"))]]));

        Assert.Contains("│ LAT1001 │ Widget.Size10, Widget.Size11,", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void A_line_wraps_at_spaces_and_keeps_its_indent()
    {
        string pointer = "/paths/" + new string('x', 50);

        Assert.Equal(
            $"  See\n  {pointer}\n  and more.\n", Render(40, report => report.Line($"  See {pointer} and more.")));
    }

    [Fact]
    public void An_error_wraps_at_spaces_and_details_are_indented()
    {
        string pointer = "/paths/" + new string('x', 50);

        string output = Render(40, report => report.Error.Message($"Something at {pointer} is wrong. Change it.", "LAT0001", "POST /v1/a"));

        Assert.Equal($"lattice: Something at\n  {pointer}\n  is wrong. Change it.\n  LAT0001\n  POST /v1/a\n", output);
    }

    [Fact]
    public async Task A_report_wraps_at_spaces()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        folder.Write("spec.json", SmallSpec.Edit(spec => spec["components"]!["schemas"]!["gadget"]!["properties"]!["id"]!["type"] = "integer"));

        string output = await RenderAsync(80, (report, writer) =>
            LatticeCommand.RunAsync(["check", "--spec", folder.Spec, "--slice", folder.ConfigurationPath], report, writer, writer));

        Assert.Contains("Gadget.Id", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n').Where(line => !line.Contains('/')), line => Assert.InRange(line.Length, 0, 80));
    }

    private static string Render(int width, Action<TerminalReport> write) => RenderAsync(width, (report, _) =>
    {
        write(report);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private static async Task<string> RenderAsync(int width, Func<TerminalReport, TextWriter, Task> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        await write(new TerminalReport(console, new ErrorOutput(TextWriter.Null, console)), output);
        return output.ToString().ReplaceLineEndings("\n");
    }
}
