using System.Text.RegularExpressions;

namespace Lattice.Packaging.Tests.Support;

/// <summary>The README of the repository.</summary>
internal sealed partial class ReadmePage
{
    private readonly string _text = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    /// <summary>The blocks of code in a section, in order.</summary>
    public string[] GetBlocks(string section, string language)
    {
        string text = _text.Split($"\n## {section}\n")[1].Split("\n## ")[0];
        return [.. Block().Matches(text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];
    }

    [GeneratedRegex("^```(\\w+)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
