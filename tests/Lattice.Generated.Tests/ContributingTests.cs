using System.Text.RegularExpressions;

namespace Lattice.Stripe.Tests;

/// <summary>CONTRIBUTING.md, which leads maintainers to the files to change.</summary>
public sealed partial class ContributingTests
{
    public static TheoryData<string> Paths =>
    [
        .. PathInCode().Matches(File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")))
            .Select(match => match.Groups[1].Value).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_exists(string path) => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path);

    [GeneratedRegex(@"`((?:generator|runtime|openapi|tests|\.github)/[\w./-]+)`")]
    private static partial Regex PathInCode();
}
