using System.Text.Json.Nodes;

namespace Lattice.Slice.Tests.Support;

/// <summary>A folder in which the commands of a page run: with the slice of this repository, or for a new slice, without one.</summary>
internal sealed class PageFolder : IDisposable
{
    // The name of Stripe's document on the pages.
    private const string Document = "spec3.json";

    private readonly string _slice;
    private bool _isPrepared;

    public PageFolder()
    {
        Path = Directory.CreateTempSubdirectory("lattice-page-").FullName;
        _slice = System.IO.Path.Combine(Path, "openapi", "slice.json");
        File.CreateSymbolicLink(System.IO.Path.Combine(Path, Document), Specs.Today);
    }

    public string Path { get; }

    /// <summary>Replaces what needs a network, and writes the files that the first command of a page needs.</summary>
    public void Prepare(string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = words[i].StartsWith("https://", StringComparison.Ordinal) ? Document : words[i];
        }

        if (!_isPrepared && words[0] != "init")
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_slice)!);
            foreach (string name in (string[])["slice.json", "slice.schema.json", "stripe.json"])
            {
                File.Copy(System.IO.Path.Combine(Repository.Root, "openapi", name), System.IO.Path.Combine(Path, "openapi", name));
            }

            UseLocalSource();
        }

        _isPrepared = true;
    }

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

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
