using System.Text.Json.Nodes;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>The offline Stripe in programs and test projects.</summary>
[Collection(nameof(PackageFeed))]
public sealed class TestProjectTests(PackageFeed feed)
{
    private const string Executable = "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>";

    private const string Xunit = """
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
            <PackageReference Include="xunit" Version="2.9.3" />
            <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
        """;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task A_console_program_calls_the_stand_in_without_ASP_NET_Core(string framework)
    {
        Consumer program = CreateProgram("InProcess", framework, "Lattice.Stripe.Testing", """
            using var stripe = new StripeStandIn();
            AccountLink link = await AccountLink.CreateAsync(stripe.Client, parameters);
            Console.WriteLine(stripe.AccountLinks.GetState(link.Url.Reveal()));
            """);

        await program.BuildAsync();

        Assert.Equal(["Microsoft.NETCore.App"], ReadFrameworks(program, framework));
        Assert.Equal("Valid", await RunAsync(program, framework));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task A_console_program_that_serves_the_stand_in_runs_on_ASP_NET_Core(string framework)
    {
        Consumer program = CreateProgram("OverHttp", framework, "Lattice.Stripe.Testing.Server", """
            await using StripeStandInServer server = await StripeStandInServer.StartAsync();
            using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_123", BaseAddress = server.BaseAddress });
            AccountLink link = await AccountLink.CreateAsync(client, parameters);
            using var browser = new HttpClient();
            Console.WriteLine((await browser.GetStringAsync(link.Url.Reveal())).Contains("Get ready to be paid"));
            """);

        await program.BuildAsync();

        Assert.Contains("Microsoft.AspNetCore.App", ReadFrameworks(program, framework));
        Assert.Equal("True", await RunAsync(program, framework));
    }

    [Fact]
    public async Task A_test_project_with_the_stand_in_runs_without_ASP_NET_Core()
    {
        var tests = new Consumer(
            feed, "UnitTests", "net10.0", "Lattice.Stripe Lattice.Stripe.Testing", "<ImplicitUsings>enable</ImplicitUsings>", Xunit);
        tests.Write("LinkTests.cs", $$"""
            using Lattice.Stripe;
            using Lattice.Stripe.Testing;
            using Xunit;

            public class LinkTests
            {
                [Fact]
                public async Task A_link_is_created()
                {
                    {{Parameters}}
                    using var stripe = new StripeStandIn();
                    await AccountLink.CreateAsync(stripe.Client, parameters);
                    stripe.AssertReceived(AccountLink.CreateOperation, parameters);
                }
            }
            """);

        string output = await DotNet.RunAsync(tests.Folder, "dotnet", "test", "-nodeReuse:false");

        Assert.Contains("Passed:     1", output, StringComparison.Ordinal);
        Assert.Equal(["Microsoft.NETCore.App"], ReadFrameworks(tests, "net10.0"));
    }

    [Fact]
    public async Task The_platform_in_one_file_needs_the_packages_alone()
    {
        var program = new Consumer(feed, "Platform", "net10.0", "Lattice.Stripe Lattice.Stripe.Testing", Executable);
        program.Write("Program.cs", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "samples", "Platform", "Program.cs")));

        await program.BuildAsync();
        string output = await RunAsync(program, "net10.0");

        Assert.Equal(["account", "onboarding", "payment", "payout"], output.Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Equal(["Microsoft.NETCore.App"], ReadFrameworks(program, "net10.0"));
    }

    private const string Parameters =
        """var parameters = new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding };""";

    private Consumer CreateProgram(string name, string framework, string package, string code)
    {
        var program = new Consumer(
            feed, name + framework.Replace('.', '_'), framework, $"Lattice.Stripe {package}", Executable);
        program.Write("Program.cs", $"""
            using Lattice.Stripe;
            using Lattice.Stripe.Testing;

            {Parameters}
            {code}
            """);
        return program;
    }

    private static async Task<string> RunAsync(Consumer program, string framework) =>
        (await DotNet.RunAsync(program.Folder, "dotnet", program.Path($"bin/Debug/{framework}/{program.Name}.dll"))).Trim();

    /// <summary>Returns the shared frameworks that the program needs.</summary>
    private static string[] ReadFrameworks(Consumer program, string framework)
    {
        JsonNode config = JsonNode.Parse(File.ReadAllText(program.Path($"bin/Debug/{framework}/{program.Name}.runtimeconfig.json")))!;
        JsonNode options = config["runtimeOptions"]!;
        JsonArray frameworks = options["frameworks"]?.AsArray() ?? [options["framework"]!.DeepClone()];
        return [.. frameworks.Select(item => item!["name"]!.GetValue<string>())];
    }
}
