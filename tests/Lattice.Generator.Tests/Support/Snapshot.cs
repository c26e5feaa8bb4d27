using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Support;

/// <summary>Compares emitted files with the files <c>*.verified.cs</c> in a folder.</summary>
internal static class Snapshot
{
    public static void MatchAll(string folder, IEnumerable<GeneratedSourceResult> sources)
    {
        Dictionary<string, string> received = sources.ToDictionary(
            source => source.HintName.Replace(".g.cs", "", StringComparison.Ordinal),
            source => Scrub(source.SourceText.ToString()));
        string[] verified = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.verified.cs").Select(path => Path.GetFileName(path)[..^".verified.cs".Length])]
            : [];

        List<string> differences =
        [
            .. received.Select(file => VerifiedText.Compare(folder, file.Key, ".cs", file.Value))
                .Where(difference => difference.Length > 0),
            .. verified.Except(received.Keys).Select(name => $"{name}.verified.cs exists, but no file with this name was received."),
        ];
        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    // The version of the generator is in every file and changes with every release.
    private static string Scrub(string source) => source.Replace(
        $"\"{typeof(StripeGenerator).Assembly.GetName().Version!.ToString(3)}\"", "\"{version}\"", StringComparison.Ordinal);
}
