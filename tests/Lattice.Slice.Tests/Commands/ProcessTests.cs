using System.Diagnostics;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary>The tool as a process.</summary>
public class ProcessTests
{
    [Fact]
    public async Task Init_add_and_remove_run_as_processes()
    {
        using var folder = new SliceFolder(slice: null);

        Response init = await ToolProcess.RunAsync(folder.Folder, "init");
        string empty = File.ReadAllText(Path.Combine(folder.Folder, "openapi", "slice.json"));
        Response add = await ToolProcess.RunAsync(folder.Folder, "add", "widgets", "--spec", "spec.json");
        string slice = File.ReadAllText(Path.Combine(folder.Folder, "openapi", "stripe.json"));
        Response remove = await ToolProcess.RunAsync(folder.Folder, "remove", "widgets");

        Assert.Equal([(0, ""), (0, ""), (0, "")], new[] { init, add, remove }.Select(response => (response.Code, response.Error)));
        Assert.Contains("\"/v1/widgets\"", slice, StringComparison.Ordinal);
        Assert.Contains($"Added POST /v1/widgets to {Path.Combine("openapi", "slice.json")}.", add.Output, StringComparison.Ordinal);
        Assert.Contains("new WidgetCreateParams { Name = ", add.Output, StringComparison.Ordinal);
        Assert.Equal(empty, File.ReadAllText(Path.Combine(folder.Folder, "openapi", "slice.json")));
    }

    [Fact]
    public async Task Init_with_a_relative_path_makes_it_the_source_relative_to_the_folder_of_the_slice()
    {
        using var folder = new SliceFolder(slice: null);

        Response init = await ToolProcess.RunAsync(folder.Folder, "init", "--spec", "spec.json");
        Response add = await ToolProcess.RunAsync(folder.Folder, "add", "widgets", "gadgets");

        Assert.Equal([(0, ""), (0, "")], new[] { init, add }.Select(response => (response.Code, response.Error)));
        Assert.Contains(
            "\"source\": \"../spec.json\",",
            File.ReadAllText(Path.Combine(folder.Folder, "openapi", "slice.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_written_to_standard_error_and_exits_with_3()
    {
        using var folder = new SliceFolder();

        Response response = await ToolProcess.RunAsync(folder.Folder, "add", "wigdets", "--spec", "spec.json");

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.StartsWith("lattice: spec.json has no operation \"wigdets\".", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_to_a_full_disk_is_an_error()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var folder = new SliceFolder();
        string tool = Path.Combine(AppContext.BaseDirectory, "Lattice.Slice.dll");
        using Process process = Process.Start(ToolProcess.Create(
            folder.Folder, "sh", "-c", $"dotnet '{tool}' list --spec spec.json > /dev/full"))!;
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(3, process.ExitCode);
        Assert.Equal("lattice: cannot write the output: The disk is full. Free some space, and run the command again.", error.TrimEnd());
    }

    [Specs.Fact]
    public async Task The_83_creates_of_the_full_specification_are_listed()
    {
        using var folder = new SliceFolder();

        Response response = await ToolProcess.RunAsync(folder.Folder, "list", "--spec", Specs.Full);

        string[] lines = response.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(0, response.Code);
        Assert.Equal(83, lines.Count(line => line.StartsWith("POST /v1/", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.DoesNotContain('\e', line));
    }

    [Fact]
    public async Task Serve_runs_until_it_is_interrupted_and_exits_with_0()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new SliceFolder(slice: null);
        using Process server = ToolProcess.Start(folder.Folder, "serve", "--port", "0");
        string? first = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        using Process interrupt = Process.Start("kill", ["-INT", $"{server.Id}"]);
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.StartsWith("Listening on http://127.0.0.1:", first, StringComparison.Ordinal);
        Assert.Equal((0, ""), (server.ExitCode, await server.StandardError.ReadToEndAsync()));
    }
}
