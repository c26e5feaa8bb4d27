using System.Text.Json.Nodes;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>Follows the README in new projects: its commands create them, and its code is pasted as it stands there.</summary>
[Collection(nameof(PackageFeed))]
public sealed class ReadmeTests(PackageFeed feed)
{
    private readonly ReadmePage _readme = new();

    [Fact]
    public async Task The_console_programs_compile_and_the_one_without_a_key_runs()
    {
        string folder = await CreateAsync("Links", "console", _readme.GetBlocks("Install", "sh")[1]);

        await PasteAsync(folder, _readme.GetBlocks("Five lines", "csharp")[0]);
        string offline = _readme.GetBlocks("Run it without a key", "csharp")[0];
        await PasteAsync(folder, offline);

        // The comment in the last line is what the program prints.
        Assert.Equal(offline.Split("// ")[^1].Trim(), (await DotNet.RunAsync(folder, "dotnet", "run", "--no-build")).Trim());

        // What the text says of the line with the type.
        File.WriteAllText(
            Path.Combine(folder, "Program.cs"),
            string.Join('\n', offline.Split('\n').Where(line => !line.Contains("Type  ", StringComparison.Ordinal))));
        string warnings = await DotNet.RunAsync(folder, "dotnet", "build", "-nodeReuse:false");
        Assert.Contains("warning LAT1001", warnings, StringComparison.Ordinal);
        Assert.Equal("invalid_request_error: type", (await DotNet.RunAsync(folder, "dotnet", "run", "--no-build")).Trim());
    }

    [Fact]
    public async Task The_web_app_compiles_and_does_not_start_without_a_key()
    {
        string folder = await CreateAsync("Shop", "web", _readme.GetBlocks("Install", "sh")[1]);

        await PasteAsync(folder, _readme.GetBlocks("Five lines", "csharp")[1]);
        (int code, string output) = await DotNet.TryRunAsync(folder, "dotnet", "run", "--no-build");

        Assert.NotEqual(0, code);
        Assert.Contains("ApiKey", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_and_the_settings_compile_a_slice_in_a_class_library()
    {
        string root = feed.CreateFolder("OwnSlice");
        File.WriteAllText(Path.Combine(root, "spec3.json"), WithRetrieve());

        string folder = await RunAsync(root, _readme.GetBlocks("A slice of your own", "sh")[0]);
        string project = Directory.GetFiles(folder, "*.csproj").Single();
        string settings = _readme.GetBlocks("A slice of your own", "xml")[0];
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", settings + "</Project>", StringComparison.Ordinal));
        string[] code = _readme.GetBlocks("A slice of your own", "csharp")[0].Split("\n\n");
        File.WriteAllText(Path.Combine(folder, "Usage.cs"), $$"""
            {{code[0]}}

            public static class Usage
            {
                public static async Task RunAsync(IStripeClient client)
                {
                    {{code[1]}}
                }
            }
            """);

        await BuildAsync(folder);
    }

    /// <summary>Creates a project from a template of the SDK and adds packages.</summary>
    private Task<string> CreateAsync(string name, string template, string commands) =>
        RunAsync(feed.CreateFolder(name + "Of"), $"dotnet new {template} --name {name}\ncd {name}\n{commands}");

    private static async Task PasteAsync(string folder, string program)
    {
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        await BuildAsync(folder);
    }

    private static Task<string> BuildAsync(string folder) => DotNet.RunAsync(folder, "dotnet", "build", "-warnaserror", "-nodeReuse:false");

    /// <summary>
    /// Runs commands, and returns the folder in which the last one ran. The packages have a version of their own here, the tool is
    /// installed in the folder, and Stripe's document is a file.
    /// </summary>
    private async Task<string> RunAsync(string root, string commands)
    {
        string folder = root;
        foreach (string command in commands.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = command.Split(' ');
            switch (words)
            {
                case ["cd", var name]:
                    folder = Path.Combine(folder, name);
                    break;
                case ["dotnet", "add", "package", var package]:
                    await DotNet.RunAsync(folder, "dotnet", "add", "package", package, "--version", feed.Version);
                    break;
                case ["dotnet", "tool", "install", "--global", var tool]:
                    await DotNet.RunAsync(root, "dotnet", "tool", "install", "--tool-path", "tools", tool, "--version", feed.Version);
                    break;
                case ["lattice", "init"]:
                    await DotNet.RunAsync(folder, Path.Combine(root, "tools", "lattice"), "init", "--spec", Path.Combine(root, "spec3.json"));
                    break;
                case ["lattice", ..]:
                    await DotNet.RunAsync(folder, Path.Combine(root, "tools", "lattice"), words[1..]);
                    break;
                default:
                    await DotNet.RunAsync(folder, words[0], words[1..]);
                    break;
            }
        }

        return folder;
    }

    /// <summary>The slice of this repository, which can also retrieve a payment intent.</summary>
    private static string WithRetrieve()
    {
        JsonNode document = JsonNode.Parse(File.ReadAllText(Repository.Slice))!;
        JsonObject paths = document["paths"]!.AsObject();
        paths["/v1/payment_intents/{intent}"] = new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = "GetPaymentIntentsIntent",
                ["parameters"] = new JsonArray(new JsonObject
                {
                    ["in"] = "path",
                    ["name"] = "intent",
                    ["required"] = true,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                }),
                ["responses"] = paths["/v1/payment_intents"]!["post"]!["responses"]!.DeepClone(),
            },
        };
        return document.ToJsonString();
    }
}
