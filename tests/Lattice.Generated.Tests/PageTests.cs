using System.Text.RegularExpressions;
using Lattice.TestSupport.Documentation;

namespace Lattice.Stripe.Tests;

/// <summary>What is true of every page of the documentation.</summary>
public sealed partial class PageTests
{
    // What a block of code can be, and what tests do with it.
    private static readonly Dictionary<string, string> s_languages = new()
    {
        ["csharp"] = "compiled",
        ["sh"] = "each command is parsed or run",
        ["json"] = "settings are read; the others are excerpts of a document",
        ["xml"] = "an excerpt of a project file, which is parsed",
        ["ini"] = "an excerpt of .editorconfig",
        ["mermaid"] = "a picture",
        [""] = "output",
    };

    public static TheoryData<string> Names => [.. Pages.All];

    [Fact]
    public void The_search_finds_the_pages()
    {
        Assert.Contains("README.md", Pages.All);
        Assert.Contains("runtime/Lattice.Runtime/errors.md", Pages.All);
        Assert.DoesNotContain(Pages.All, page => page.Contains("/bin/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_block_of_code_is_of_a_kind_that_is_tested(string page) =>
        Assert.All(Pages.ReadBlocks(page), block => Assert.Contains(block.Language, s_languages.Keys));

    [Theory]
    [MemberData(nameof(Names))]
    public void Excerpts_of_project_files_are_well_formed(string page) =>
        Assert.All(
            Pages.ReadBlocks(page).Where(block => block.Language == "xml"),
            block => System.Xml.Linq.XElement.Parse($"<Project>{block.Code}</Project>"));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_link_leads_to_a_file_and_a_section(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        Assert.All(Link().Matches(WithoutCode(Pages.Read(page))).Select(match => match.Groups[1].Value), link =>
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? Path.Combine(Repository.Root, page) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            Assert.True(Path.Exists(target), $"{page} links to {link}, which does not exist.");
            if (parts.Length == 2)
            {
                Assert.True(FindSections(target).Contains(parts[1]), $"{page} links to {link}, which has no such section.");
            }
        });
    }

    // The name of a section in a link: its title in lower case, without punctuation, with hyphens for spaces.
    private static HashSet<string> FindSections(string file) =>
    [
        .. Title().Matches(WithoutCode(File.ReadAllText(file)))
            .Select(match => NotInName().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    private static string WithoutCode(string text) => Block().Replace(text, "");

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInName();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
