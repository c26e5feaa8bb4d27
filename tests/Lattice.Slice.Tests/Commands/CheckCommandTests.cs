using System.Diagnostics;
using System.Text.Json;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice check</c>, in a folder with slice.json and stripe.json.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private static readonly WidgetSpec s_widget = new();
    private static readonly WidgetSpec s_added = s_widget with
    {
        Body = """{ "size": { "type": "string" }, "name": { "type": "string" } }""",
    };

    private static readonly WidgetSpec s_removed = s_widget with { Body = """{ "name": { "type": "string" } }""" };
    private static readonly WidgetSpec s_described = s_widget with { Operation = """{ "description": "Creates a widget." }""" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public CheckCommandTests()
    {
        Write("slice.json", """{ "source": "newer.json", "operations": ["POST /v1/widgets"] }""");
        Write("stripe.json", s_widget.ToJson());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task No_change_exits_with_0() => Assert.Equal(0, (await CheckAsync(s_widget)).Code);

    [Fact]
    public async Task Documentation_is_reported_and_exits_with_0()
    {
        (int code, string output, _) = await CheckAsync(s_described);

        Assert.Equal(0, code);
        Assert.Contains("The description of `POST /v1/widgets` has changed.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Additions_exit_with_1() => Assert.Equal(1, (await CheckAsync(s_added)).Code);

    [Fact]
    public async Task Breaking_changes_exit_with_2()
    {
        (int code, string output, string error) = await CheckAsync(s_removed);

        Assert.Equal(2, code);
        Assert.StartsWith("1 source-breaking change, 1 addition. Both have version `2026-09-30.endive`.", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("newer.json", null, "newer.json does not exist")]
    [InlineData("newer.json", "openapi: 3.0.0", "newer.json has no API version")]
    [InlineData("newer.json", "{}", "newer.json is not an OpenAPI 3.0 document")]
    [InlineData("stripe.json", "{}", "stripe.json is not an OpenAPI 3.0 document")]
    [InlineData("stripe.json", null, "stripe.json does not exist. Run `lattice slice` to create it.")]
    [InlineData("slice.json", null, "slice.json does not exist")]
    public async Task A_failed_comparison_exits_with_3_and_the_reason(string file, string? text, string message)
    {
        Write("newer.json", s_widget.ToJson());
        File.Delete(PathOf(file));
        if (text is not null)
        {
            Write(file, text);
        }

        (int code, string output, string error) = await RunAsync("check", "--slice", PathOf("slice.json"), "--spec", PathOf("newer.json"));

        Assert.Equal(3, code);
        Assert.Empty(output);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "yaml")]
    [InlineData("--fromat", "json")]
    public async Task A_wrong_option_exits_with_3(string option, string value)
    {
        (int code, _, string error) = await CheckAsync(s_added, option, value);

        Assert.Equal(3, code);
        Assert.Contains(value == "yaml" ? "yaml" : option, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_specification_is_the_source_in_slice_json()
    {
        Write("newer.json", s_added.ToJson());

        Assert.Equal(1, (await RunAsync("check", "--slice", PathOf("slice.json"))).Code);
    }

    [Fact]
    public async Task Json_output_is_only_json()
    {
        (int code, string output, _) = await CheckAsync(s_removed, "--format", "json");

        JsonElement report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(code, report.GetProperty("exitCode").GetInt32());
        Assert.Equal("parameter-removed", report.GetProperty("changes")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Output_writes_the_report_to_a_file_and_the_summary_to_the_screen()
    {
        (int code, string output, _) = await CheckAsync(s_removed, "--format", "markdown", "--output", PathOf("report.md"));

        Assert.Equal(2, code);
        Assert.StartsWith("## What the newer specification changes\n", File.ReadAllText(PathOf("report.md")), StringComparison.Ordinal);
        Assert.Equal($"{PathOf("report.md")}: 1 source-breaking change, 1 addition. Both have version `2026-09-30.endive`.", output.Trim());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_exits_with_3()
    {
        (int code, _, string error) = await CheckAsync(s_removed, "--output", PathOf("nowhere/report.md"));

        Assert.Equal(3, code);
        Assert.Contains("Cannot write ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_does_not_change_the_slice()
    {
        string[] before = [.. _folder.GetFiles().Select(file => file.Name + File.ReadAllText(file.FullName)).Order(StringComparer.Ordinal)];

        await CheckAsync(s_removed);

        File.Delete(PathOf("newer.json"));
        Assert.Equal(before, _folder.GetFiles().Select(file => file.Name + File.ReadAllText(file.FullName)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_process_exits_with_the_exit_code()
    {
        Write("newer.json", s_removed.ToJson());
        using Process process = ToolProcess.Start(_folder.FullName, "check", "--slice", PathOf("slice.json"));
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("WidgetCreateParams.Size", output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> CheckAsync(WidgetSpec newer, params string[] options)
    {
        Write("newer.json", newer.ToJson());
        return await RunAsync(["check", "--slice", PathOf("slice.json"), "--spec", PathOf("newer.json"), .. options]);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await LatticeCommand.RunAsync(args, new PlainReport(output, new ErrorOutput(error)), output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    [Fact]
    public async Task A_slice_with_many_levels_is_compared_when_a_name_is_lost()
    {
        const int Levels = 100;
        using var folder = new SliceFolder(
            """{ "operations": [ "POST /v1/widgets" ], "names": { "/components/schemas/widget/properties/part": "Piece" } }""");
        Assert.Equal(0, (await folder.RunAsync("slice")).Code);
        File.WriteAllText(
            folder.SlicePath, $"{{ \"x-deep\": {new string('[', Levels)}{new string(']', Levels)}, {folder.Slice.TrimStart()[1..]}");
        folder.Write("spec.json", SmallSpec.Json.Replace("\"part\": { \"$ref\"", "\"piece\": { \"$ref\"", StringComparison.Ordinal));

        Response response = await folder.RunAsync("check");

        Assert.Equal((2, ""), (response.Code, response.Error));
    }
}
