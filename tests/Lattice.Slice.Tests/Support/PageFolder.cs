using System.Text.Json.Nodes;

namespace Lattice.Slice.Tests.Support;

/// <summary>
/// The current folder while the commands of a page run: with the slice of this repository, or for operations that are added, a new one.
/// </summary>
internal sealed class PageFolder : IDisposable
{
    // The name of Stripe's document on the pages.
    private const string Document = "spec3.json";

    // Commands with which a page starts a slice, or adds what the slice of this repository may have already.
    private static readonly string[] s_starting = ["init", "add", "list"];

    private readonly string _folder = Directory.CreateTempSubdirectory("lattice-page-").FullName;
    private readonly string _slice;
    private readonly string _before = Environment.CurrentDirectory;

    /// <param name="first">The first command of the page, without <c>lattice</c>.</param>
    public PageFolder(string[] first)
    {
        _slice = Path.Combine(_folder, "openapi", "slice.json");
        bool isNew = s_starting.Contains(first[0]) && !first.Contains("--secrets");
        File.CreateSymbolicLink(Path.Combine(_folder, Document), isNew ? Specs.Full : Specs.Today);
        if (first[0] != "init")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_slice)!);
            foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "openapi")).Where(_ => !isNew))
            {
                File.Copy(file, Path.Combine(_folder, "openapi", Path.GetFileName(file)));
            }

            if (isNew)
            {
                File.WriteAllText(_slice, $$"""{ "source": "../{{Document}}", "operations": [] }""");
            }

            UseLocalSource();
        }

        Environment.CurrentDirectory = _folder;
    }

    /// <summary>Replaces what needs a network.</summary>
    public static string[] Localize(string[] words) =>
        [.. words.Select(word => word.StartsWith("https://", StringComparison.Ordinal) ? Document : word)];

    /// <summary>Makes the document in this folder the source of the slice.</summary>
    public void UseLocalSource()
    {
        if (File.Exists(_slice) && JsonNode.Parse(File.ReadAllText(_slice))!.AsObject() is var slice
            && ((string?)slice["source"])?.StartsWith("https://", StringComparison.Ordinal) == true)
        {
            slice["source"] = $"../{Document}";
            File.WriteAllText(_slice, slice.ToJsonString());
        }
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }
}
