using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Support;

/// <summary>
/// Compares emitted files with those in a folder, by Verify's conventions: what is expected is in <c>*.verified.cs</c>;
/// what came instead is written to <c>*.received.cs</c>, to be moved over it if it is right.
/// </summary>
internal static class Snapshot
{
    public static void MatchAll(string folder, IEnumerable<GeneratedSourceResult> sources)
    {
        Dictionary<string, string> received = sources.ToDictionary(
            source => source.HintName.Replace(".g.cs", "", StringComparison.Ordinal),
            source => Scrub(source.SourceText.ToString()));
        string[] verified = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.verified.cs").Select(path => Path.GetFileName(path).Replace(".verified.cs", "", StringComparison.Ordinal))]
            : [];

        List<string> differences =
        [
            .. received.Select(file => Match(folder, file.Key, file.Value)).Where(difference => difference.Length > 0),
            .. verified.Except(received.Keys).Select(name => $"{name}.verified.cs is there, but nothing of that name was received."),
        ];
        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    private static string Match(string folder, string name, string received)
    {
        string verifiedPath = Path.Combine(folder, name + ".verified.cs");
        string receivedPath = Path.Combine(folder, name + ".received.cs");
        string verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : "";
        if (verified == received)
        {
            File.Delete(receivedPath);
            return "";
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedPath, received);
        return $"{verifiedPath} differs from what was received:\n{Diff(verified, received)}";
    }

    private static string Diff(string verified, string received) => string.Join('\n',
        new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received).Lines
            .Where(line => line.Type != ChangeType.Unchanged)
            .Select(line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text));

    // The version of the generator is in every file and changes with every release.
    private static string Scrub(string source) => source.Replace(
        $"\"{typeof(StripeGenerator).Assembly.GetName().Version!.ToString(3)}\"", "\"{version}\"", StringComparison.Ordinal);
}
