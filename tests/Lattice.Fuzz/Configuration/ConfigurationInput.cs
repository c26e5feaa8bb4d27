using System.Text;
using System.Text.Json;
using Lattice.Fuzz.Findings;
using Lattice.Fuzz.Running;
using Lattice.Slice.Tests.Support;

namespace Lattice.Fuzz.Configuration;

/// <summary>Files in a folder, and commands that are run there one after the other.</summary>
/// <param name="configuration">The content of slice.json.</param>
/// <param name="document">The document that the slice is cut from.</param>
/// <param name="slice">The content of stripe.json; null if the folder has no such file.</param>
/// <param name="commands">The command lines without the files.</param>
internal sealed class ConfigurationInput(
    byte[] configuration, string document, string? slice, IReadOnlyList<IReadOnlyList<string>> commands) : IFuzzInput
{
    public IEnumerable<InputFile> Files =>
    [
        new("slice.json", configuration),
        new("spec.json", document),
        .. slice is null ? [] : new[] { new InputFile("stripe.json", slice) },
        new("commands.txt", string.Concat(commands.Select(command =>
            $"lattice {string.Join(' ', command.Select(Quote))} --spec spec.json --slice slice.json\n"))),
    ];

    public async Task<IReadOnlyList<Violation>> CheckAsync()
    {
        using var folder = new SliceFolder(slice: null);

        // As bytes, because a mutated text may have half of a surrogate pair.
        File.WriteAllBytes(folder.Spec, Encoding.UTF8.GetBytes(document));
        File.WriteAllBytes(folder.ConfigurationPath, configuration);
        if (slice is not null)
        {
            File.WriteAllBytes(folder.SlicePath, Encoding.UTF8.GetBytes(slice));
        }

        var violations = new Violations();
        foreach (IReadOnlyList<string> command in commands)
        {
            CommandRun run = await RunAsync(folder, command);
            violations.Add(CommandInvariants.Check(run));
            if (run is { Code: 0, Arguments: ["slice", ..] })
            {
                violations.Add(SliceSchema.Check(run));
                violations.Add(CommandInvariants.CheckRepeated(run, await RunAsync(folder, ["slice"])));
                violations.Add(await CheckAddAndRemoveAsync(folder));
            }
        }

        return violations.All;
    }

    private static async Task<IReadOnlyList<Violation>> CheckAddAndRemoveAsync(SliceFolder folder)
    {
        // What is pinned for no operation was written by hand, and lasts until the last operation is removed.
        if (folder.Configuration.Contains("\"pinned\"", StringComparison.Ordinal) && HasNoOperations(folder.Configuration))
        {
            return [];
        }

        string[] operation = ["POST /v1/gadgets"];
        CommandRun add = await RunAsync(folder, ["add", .. operation]);
        if (add.Code != 0 || !add.ChangedFiles)
        {
            return CommandInvariants.Check(add);
        }

        CommandRun remove = await RunAsync(folder, ["remove", .. operation]);
        return [.. CommandInvariants.Check(add), .. CommandInvariants.Check(remove), .. CommandInvariants.CheckUndone(add, remove)];
    }

    private static async Task<CommandRun> RunAsync(SliceFolder folder, IReadOnlyList<string> command)
    {
        IReadOnlyList<(string, string)> before = folder.Snapshot();
        Response response = CommandLines.WithoutDocument.Contains(command[0])
            ? await folder.RunBareAsync([.. command])
            : await folder.RunAsync([.. command]);
        return new CommandRun(command, response.Code, response.Output, response.Error, before, folder.Snapshot());
    }

    private static bool HasNoOperations(string configuration) =>
        JsonElement.Parse(configuration).GetProperty("operations").GetArrayLength() == 0;

    private static string Quote(string argument)
    {
        var text = new StringBuilder("'");
        foreach (char c in argument)
        {
            text.Append(char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return text.Append('\'').ToString();
    }
}
