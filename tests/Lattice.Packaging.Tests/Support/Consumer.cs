using System.Text.Json.Nodes;
using Lattice.Stripe.Testing;

namespace Lattice.Packaging.Tests.Support;

/// <summary>A new project outside the repository.</summary>
internal sealed class Consumer
{
    /// <summary>The code of a program that creates an account link at the address in its argument and prints the link.</summary>
    public const string Program = """
        // The test reads the link, and Stripe's error for a missing parameter.
        #pragma warning disable LAT1001, LAT1004
        using System;
        using Lattice.Stripe;

        using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_123", BaseAddress = new Uri(args[0]) });
        AccountLink link = await AccountLink.CreateAsync(client, new AccountLinkCreateParams
        {
            Account = "acct_123",
            Type = AccountLinkCreateType.AccountOnboarding,
            RefreshUrl = "https://example.com/refresh",
            ReturnUrl = "https://example.com/return",
        });
        Console.WriteLine(link.Url + " " + link.Url.Reveal());
        StripeResult<AccountLink> failed = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams { Account = "acct_123" });
        Console.WriteLine(failed.Error!.Param);
        """;

    private readonly PackageFeed _feed;

    public Consumer(
        PackageFeed feed,
        string name,
        string framework,
        string packages,
        string properties = "",
        string items = "",
        string language = "cs")
    {
        _feed = feed;
        Folder = feed.CreateFolder(name);
        Name = name;
        string property = framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        string references = string.Join('\n', packages.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(package => $"""    <PackageReference Include="{package}" Version="{feed.Version}" />"""));
        Write($"{name}.{language}proj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <{property}>{framework}</{property}>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>
            {references}
            {items}
              </ItemGroup>
            </Project>
            """);
    }

    public string Name { get; }

    public string Folder { get; }

    public string Path(string file) => System.IO.Path.Combine(Folder, file);

    public void Write(string file, string text) => File.WriteAllText(Path(file), text);

    /// <summary>Writes <c>stripe.json</c>: these operations of the slice of this repository.</summary>
    public void WriteSlice(params IEnumerable<string> routes) =>
        Write("stripe.json", SpecSlices.Cut(JsonNode.Parse(File.ReadAllText(Repository.Slice))!, routes));

    public Task<string> BuildAsync(params IEnumerable<string> arguments) =>
        DotNet.RunAsync(Folder, "dotnet", ["build", "-nodeReuse:false", .. arguments]);

    public Task<(int Code, string Output)> TryBuildAsync(params IEnumerable<string> arguments) =>
        DotNet.TryRunAsync(Folder, "dotnet", ["build", "-nodeReuse:false", .. arguments]);

    public Task<string> PublishAsync(string output, params IEnumerable<string> arguments) => DotNet.RunAsync(
        Folder, "dotnet",
        ["publish", "-c", "Release", "-o", Path(output), "-nodeReuse:false", .. arguments]);

    /// <summary>Runs the built or published program against the offline Stripe, and asserts that it creates a link.</summary>
    public async Task AssertCreatesLinkAsync(string program, params IEnumerable<string> arguments)
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();

        string output = await DotNet.RunAsync(Folder, program, [.. arguments, server.BaseAddress.AbsoluteUri]);

        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, lines.Length);
        Assert.Matches("^\\[redacted\\] http://localhost:.+/account_link/.+$", lines[0]);
        Assert.Equal("type", lines[1]);
        Assert.Equal([200, 400], server.StandIn.Requests.Select(request => request.StatusCode));
        Assert.Contains(KeyValuePair.Create("type", "account_onboarding"), server.StandIn.Requests[0].Parameters);
    }
}
