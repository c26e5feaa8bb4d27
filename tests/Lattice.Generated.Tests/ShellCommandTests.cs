using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lattice.TestSupport.Documentation;

namespace Lattice.Stripe.Tests;

/// <summary>
/// The commands in the documentation that a test cannot run as they are, because they need a network or a machine of one's own: they name
/// what exists. Those of the tool run in its own tests.
/// </summary>
public sealed partial class ShellCommandTests
{
    private static readonly string[] s_otherPrograms = ["lattice", "cd", "bash", "git"];
    private static readonly string[] s_templates = ["console", "web", "xunit", "classlib"];
    private static readonly string[] s_withoutArguments = ["test", "pack", "format", "user-secrets", "restore", "nuget"];

    // Part of the shared framework of ASP.NET Core, so that this repository does not reference the package.
    private static readonly string[] s_frameworkPackages = ["System.Threading.RateLimiting"];

    private static readonly string[] s_packageFolders = ["generator", "runtime"];
    private static readonly string[] s_packages = FindPackages();

    public static TheoryData<string, string> Commands
    {
        get
        {
            var commands = new TheoryData<string, string>();
            foreach (ShellCommand command in ShellCommand.All.Distinct())
            {
                commands.Add(command.Page, command.Text);
            }

            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_names_what_exists(string page, string text)
    {
        string[] words = [.. new ShellCommand(page, text).Words];
        if (words[0] != "dotnet")
        {
            Assert.Contains(words[0], s_otherPrograms);
            Assert.True(words[0] != "bash" || File.Exists(PathOf(words[1])), text);
            return;
        }

        switch (words[1..])
        {
            case ["add", "package", var package, ..]:
                Assert.Contains(package, s_packages);
                break;
            case ["tool", "install", "--global", var tool]:
                Assert.Equal("Lattice.Stripe.Tool", tool);
                break;
            case ["tool", "restore"]:
                Assert.True(File.Exists(PathOf(".config/dotnet-tools.json")));
                break;
            case ["docfx", var file, ..]:
                Assert.True(File.Exists(PathOf(file)), text);
                break;
            case ["stryker", .. var options]:
                string config = options is ["--config-file", var named] ? named : "stryker-config.json";
                Assert.NotEmpty(Directory.GetFiles(PathOf("tests"), config, SearchOption.AllDirectories));
                break;
            case ["new", var template, ..]:
                Assert.Contains(template, s_templates);
                break;
            case ["run", ..] when words.Contains("--project"):
                AssertProject(words[Array.IndexOf(words, "--project") + 1]);
                break;
            case ["build", var project, ..] when project[0] != '-':
                AssertProject(project);
                break;
            case ["run" or "build" or "publish", ..]:
                Assert.DoesNotContain("--project", words);
                break;
            default:
                Assert.Contains(words[1], s_withoutArguments);
                break;
        }
    }

    private static void AssertProject(string folder) => Assert.Single(Directory.GetFiles(PathOf(folder), "*.csproj"));

    private static string PathOf(string path) => Path.Combine(Repository.Root, path);

    private static string[] FindPackages() =>
    [
        .. s_frameworkPackages,
        .. XDocument.Load(PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value),
        .. s_packageFolders
            .SelectMany(folder => Directory.GetFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(project => PackageId().Match(File.ReadAllText(project)).Groups[1].Value),
    ];

    [GeneratedRegex("<PackageId>(.+?)</PackageId>")]
    private static partial Regex PackageId();
}
