using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Lattice.Generator.Tests.Support;

/// <summary>
/// Compares a text with the file of that name beside the test, by Verify's conventions: what was expected is in
/// <c>*.verified.cs</c>; what came instead is written to <c>*.received.cs</c>, to be moved over it if it is right.
/// </summary>
internal static class Snapshot
{
    public static void Match(string name, string received, [CallerFilePath] string testFile = "")
    {
        string test = Path.GetFileNameWithoutExtension(testFile);
        string folder = FindFolder(test);
        string verifiedPath = Path.Combine(folder, $"{test}.{name}.verified.cs");
        string receivedPath = Path.Combine(folder, $"{test}.{name}.received.cs");
        string verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : "";
        string scrubbed = received.Replace(
            $"\"{typeof(StripeGenerator).Assembly.GetName().Version!.ToString(3)}\"", "\"{version}\"", StringComparison.Ordinal);
        if (verified == scrubbed)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, scrubbed);
        Assert.Fail($"{verifiedPath} differs from what was received:\n{Diff(verified, scrubbed)}");
    }

    private static string Diff(string verified, string received) => string.Join('\n', new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(verified, received).Lines
        .Where(line => line.Type != ChangeType.Unchanged)
        .Select(line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text));

    // The path that the compiler saw may be mapped, so the folder is found by name.
    private static string FindFolder(string test) => Path.GetDirectoryName(
        Directory.EnumerateFiles(Path.Combine(Lattice.Tests.Repository.Root, "tests", "Lattice.Generator.Tests"), test + ".cs", SearchOption.AllDirectories).Single())!;
}
