using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Lattice.TestSupport.Snapshots;

/// <summary>
/// Compares a text with the one in a file, by Verify's conventions: what is expected is in <c>name.verified.ext</c>; what
/// came instead is written to <c>name.received.ext</c>, to be moved over it if it is right.
/// </summary>
public static class VerifiedText
{
    /// <param name="extension">With its dot, such as <c>.cs</c>.</param>
    /// <returns>The difference; empty if absent.</returns>
    public static string Compare(string folder, string name, string extension, string received)
    {
        string verifiedPath = Path.Combine(folder, $"{name}.verified{extension}");
        string receivedPath = Path.Combine(folder, $"{name}.received{extension}");
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
}
