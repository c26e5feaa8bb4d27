using System.Text.RegularExpressions;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>The analyzers come with the other packages, and their fixes work where they are installed.</summary>
[Collection(nameof(PackageFeed))]
public sealed partial class AnalyzerTests(PackageFeed feed)
{
    private const string WebApp = "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>";
    private const string AspNetCore = """<FrameworkReference Include="Microsoft.AspNetCore.App" />""";

    // The example of the README: a link is created, and a browser is redirected to it.
    private const string Mistakes = """
        using Lattice.Stripe;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        WebApplication app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/onboard/{account}", async (string account, IStripeClient stripe) =>
        {
            AccountLink link = await AccountLink.CreateAsync(stripe, new AccountLinkCreateParams
            {
                Account = account,
                RefreshUrl = "https://example.com/connect/refresh",
                ReturnUrl = "https://example.com/connect/return",
                CollectionOptions = new() { Fields = "eventualy_due" },
            });
            return Results.Redirect(link.Url.Reveal());
        });
        app.Run();
        """;

    private const string Fixed = """
        using Lattice.Stripe;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        WebApplication app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/onboard/{account}", async (string account, IStripeClient stripe) =>
        {
            AccountLink link = await AccountLink.CreateAsync(stripe, new AccountLinkCreateParams
            {
                Account = account,
                RefreshUrl = "https://example.com/connect/refresh",
                ReturnUrl = "https://example.com/connect/return",
                CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.EventuallyDue },
                Type = AccountLinkCreateType.AccountOnboarding,
            });
            return StripeResults.Redirect(link.Url);
        });
        app.Run();
        """;

    [Fact]
    public async Task A_newcomer_sees_three_mistakes_and_applies_three_fixes()
    {
        var consumer = new Consumer(
            feed, "Mistakes", "net10.0", "Lattice.Stripe Lattice.Stripe.AspNetCore", WebApp, AspNetCore);
        consumer.Write("Program.cs", Mistakes);

        (int code, string output) = await consumer.TryBuildAsync("-clp:NoSummary");
        Assert.Equal(1, code);
        Assert.Equal(["LAT1001 8", "LAT1002 13", "LAT1005 15"], FindReports(output));

        await DotNet.RunAsync(
            consumer.Folder, "dotnet", "format", "analyzers", "--no-restore", "--severity", "warn",
            "--diagnostics", "LAT1001", "LAT1002", "LAT1005");

        Assert.Equal(Fixed, File.ReadAllText(consumer.Path("Program.cs")).ReplaceLineEndings("\n"));
        await consumer.BuildAsync();
    }

    [Fact]
    public async Task A_project_with_the_SDK_and_a_slice_of_its_own_is_warned_once()
    {
        var consumer = new Consumer(
            feed, "WarnedOnce", "net10.0", "Lattice.Stripe Lattice.Stripe.Generator", "", """    <LatticeSpec Include="stripe.json" />""");
        consumer.WriteSlice("/v1/account_links");
        consumer.Write("Parameters.cs", """
            public static class Parameters
            {
                public static object Sdk => new Lattice.Stripe.AccountLinkCreateParams { Type = "account_onbording" };
                public static object Own => new WarnedOnce.StripeApi.AccountLinkCreateParams { Type = "account_onbording" };
            }
            """);

        (int code, string output) = await consumer.TryBuildAsync("-clp:NoSummary");

        Assert.Equal(1, code);
        Assert.Equal(["LAT1002 3", "LAT1002 4"], FindReports(output));
    }

    [Fact]
    public async Task A_project_sets_the_severity_of_a_rule()
    {
        var consumer = new Consumer(feed, "Severity", "net8.0", "Lattice.Stripe");
        consumer.Write("Parameters.cs", """
            public static class Parameters
            {
                public static object Sdk => new Lattice.Stripe.AccountLinkCreateParams { Type = "account_onbording" };
            }
            """);
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.LAT1002.severity = none\n");

        Assert.Empty(FindReports(await consumer.BuildAsync()));
    }

    [Fact]
    public async Task A_Visual_Basic_project_with_the_SDK_is_warned()
    {
        var consumer = new Consumer(feed, "Basic", "net10.0", "Lattice.Stripe", language: "vb");
        consumer.Write("Module.vb", """
            Imports Lattice.Stripe

            Public Module Links
                Public Sub Show(link As AccountLink)
                    System.Console.WriteLine(link.Url.Reveal())
                End Sub
            End Module
            """);

        (int code, string output) = await consumer.TryBuildAsync("-clp:NoSummary");

        Assert.Equal(1, code);
        Assert.Equal(["LAT1004 5"], FindReports(output));
    }

    /// <summary>The rules and the lines in the output of a build before its summary, in the order of the lines.</summary>
    private static List<string> FindReports(string output) =>
    [
        .. Report().Matches(output.Split("Build FAILED")[0])
            .OrderBy(report => int.Parse(report.Groups["line"].ValueSpan, provider: null))
            .Select(report => $"{report.Groups["id"].Value} {report.Groups["line"].Value}"),
    ];

    [GeneratedRegex(@"\((?<line>\d+),\d+\): error (?<id>LAT\d+):")]
    private static partial Regex Report();
}
