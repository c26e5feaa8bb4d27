using System.Diagnostics;
using Lattice.Slice.Tests.Support;
using Lattice.TestSupport.Documentation;

namespace Lattice.Slice.Tests;

/// <summary>Every <c>lattice</c> command in the documentation runs, on a document of this machine.</summary>
public sealed class ReadmeCommandTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    // The commands of each block, one in a line. Blocks with the same commands are one test.
    private static readonly string[] s_blocks =
    [
        .. ShellCommand.Blocks
            .Select(block => string.Join('\n', block.SelectMany(PageCommand.Read)))
            .Where(commands => commands.Length > 0).Distinct().Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Blocks => [.. s_blocks];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_command_is_understood(string commands) => Assert.All(commands.Split('\n'), command =>
    {
        // A sentence may name a command alone; what is elided in another is not checked.
        string[] words = PageCommand.Split(command);
        Assert.True(words.Length == 1 || command.Contains('…') || PageCommand.FindErrors(words).Count == 0, command);
        Assert.Contains(words[0], PageCommand.Names);
    });

    [Specs.Fact]
    public async Task Each_command_runs()
    {
        using var failures = new StringWriter();
        foreach (string commands in s_blocks)
        {
            using var folder = new PageFolder();
            foreach (string[] words in commands.Split('\n').Where(command => !command.Contains('…')).Select(PageCommand.Split))
            {
                if (PageCommand.FindErrors(words).Count == 0 && await RunAsync(folder, words) is { } failure)
                {
                    await failures.WriteLineAsync($"lattice {string.Join(' ', words)}: {failure}");
                }
            }
        }

        Assert.Equal("", failures.ToString());
    }

    /// <returns>Why the command failed, or <see langword="null"/>.</returns>
    private static async Task<string?> RunAsync(PageFolder folder, string[] words)
    {
        folder.Prepare(words);
        if (words[0] == "serve")
        {
            return await ServeAsync(folder, words);
        }

        Response response = await ToolProcess.RunAsync(folder.Path, words);
        folder.UseLocalSource();

        // Of a comparison, the exit code is the result.
        return response.Code <= (words[0] == "check" ? 2 : 0) ? null : $"{response.Code}, {response.Error}";
    }

    private static async Task<string?> ServeAsync(PageFolder folder, string[] words)
    {
        int port = Array.IndexOf(words, "--port");
        string[] onFreePort = port < 0 ? [.. words, "--port", "0"] : [.. words[..(port + 1)], "0", .. words[(port + 2)..]];
        using Process process = ToolProcess.Start(folder.Path, onFreePort);
        string? line = await process.StandardOutput.ReadLineAsync().WaitAsync(s_timeout);
        process.Kill();
        await process.WaitForExitAsync();
        return line?.StartsWith("Listening on http://", StringComparison.Ordinal) == true ? null : $"it printed: {line}";
    }
}
