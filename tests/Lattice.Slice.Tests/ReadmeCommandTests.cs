using Lattice.Slice.Tests.Support;
using Lattice.TestSupport.Documentation;

namespace Lattice.Slice.Tests;

/// <summary>
/// Every <c>lattice</c> command in the documentation runs, on a document of this machine. No other test runs meanwhile, because the current
/// folder changes.
/// </summary>
[Collection(nameof(CacheCollection))]
public sealed class ReadmeCommandTests
{
    // The commands of each block, one in a line. Blocks with the same commands are one test.
    private static readonly string[] s_blocks =
    [
        .. ShellCommand.Blocks
            .SelectMany(block => block.Count == 1 ? PageCommand.Read(block[0]) : [string.Join('\n', block.SelectMany(PageCommand.Read))])
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
            string[][] complete = [.. commands.Split('\n').Where(command => !command.Contains('…')).Select(PageCommand.Split)
                .Where(words => PageCommand.FindErrors(words).Count == 0)];
            if (complete.Length == 0)
            {
                continue;
            }

            using var folder = new PageFolder(complete[0]);
            foreach (string[] words in complete.Select(PageFolder.Localize))
            {
                if (await RunAsync(folder, words) is { } failure)
                {
                    await failures.WriteLineAsync($"lattice {string.Join(' ', words)}: {failure}");
                }
            }
        }

        Assert.True(failures.ToString().Length == 0, failures.ToString());
    }

    /// <returns>Why the command failed, or <see langword="null"/>.</returns>
    private static async Task<string?> RunAsync(PageFolder folder, string[] words)
    {
        if (words[0] == "serve")
        {
            // On a free port.
            int port = Array.IndexOf(words, "--port");
            string[] others = port < 0 ? words[1..] : [.. words[1..port], .. words[(port + 2)..]];
            await using RunningServer server = await RunningServer.StartAsync(others);
            return server.Address.IsLoopback ? null : $"it listens on {server.Address}";
        }

        Response response = await SliceFolder.RunToolAsync(words);
        folder.UseLocalSource();

        // Of a comparison, the exit code is the result.
        return response.Code <= (words[0] == "check" ? 2 : 0) ? null : $"{response.Code}, {response.Error}";
    }
}
