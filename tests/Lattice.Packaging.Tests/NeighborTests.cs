using System.Text.Json.Nodes;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>The packages in projects with other packages, and in projects that the generator does not support.</summary>
[Collection(nameof(PackageFeed))]
public sealed class NeighborTests(PackageFeed feed)
{
    private const string OwnSlice = """    <LatticeSpec Include="stripe.json" />""";

    [Fact]
    public async Task A_project_that_uses_Stripe_net_compiles_unchanged_with_all_packages()
    {
        var shop = new Consumer(
            feed, "Shop", "net10.0",
            "Lattice.Stripe Lattice.Stripe.Generator Lattice.Stripe.Runtime Lattice.Stripe.DependencyInjection Lattice.Stripe.AspNetCore",
            "<ImplicitUsings>enable</ImplicitUsings>",
            OwnSlice + """

                <PackageReference Include="Stripe.net" Version="53.1.0" />
                <!-- The minimum version for Stripe.net is not in every registry; this version is. -->
                <PackageReference Include="System.Configuration.ConfigurationManager" Version="10.0.8" />
            """);
        shop.WriteSlice("/v1/account_links");

        // Such a project uses full names, a using above the namespace, or a using within it.
        shop.Write("FullName.cs", """
            namespace Shop;

            public static class FullName
            {
                public static Stripe.AccountLink Link => new Stripe.AccountLink { Url = "https://example.com" };

                public static Stripe.Checkout.SessionCreateOptions Options => new() { Mode = "payment" };
            }
            """);
        shop.Write("Above.cs", """
            using Stripe;

            namespace Shop.Payments;

            public static class Above
            {
                public static Task<AccountLink> CreateAsync(StripeClient client) =>
                    new AccountLinkService(client).CreateAsync(new AccountLinkCreateOptions { Account = "acct_1" });

                public static bool IsCardError(StripeException exception) => exception.StripeError.Type == "card_error";
            }
            """);
        shop.Write("Within.cs", """
            namespace Shop
            {
                using Stripe;

                public class Within
                {
                    public PaymentIntent Intent { get; set; } = new PaymentIntent();

                    public static IStripeClient Client => new StripeClient("sk_test_123");
                }
            }
            """);

        // The project also uses the types of both packages, to migrate.
        shop.Write("Both.cs", """
            public static class Both
            {
                public static Shop.StripeApi.AccountLink Own => new() { Object = "account_link" };

                public static Lattice.Stripe.AccountLink Sdk => new() { Object = "account_link" };
            }
            """);

        await shop.BuildAsync();

        // A namespace that hides the other package's is an error.
        (int code, string output) = await shop.TryBuildAsync("-p:LatticeNamespace=Shop.Stripe");
        Assert.NotEqual(0, code);
        Assert.Contains("FullName.cs", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.0.0")]
    [InlineData("8.0.1")]
    public async Task An_app_on_NET_8_keeps_its_package_versions(string version)
    {
        var app = new Consumer(
            feed, "Pinned" + version.Replace('.', '_'), "net8.0", "Lattice.Stripe Lattice.Stripe.DependencyInjection",
            "<OutputType>Exe</OutputType>",
            $"""
                <PackageReference Include="Microsoft.Extensions.Http" Version="{version}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="{version}" />
            """);
        app.Write("Program.cs", ProgramWithContainer);

        await app.BuildAsync();

        await app.AssertCreatesLinkAsync("dotnet", app.Path($"bin/Debug/net8.0/{app.Name}.dll"));

        JsonNode assets = JsonNode.Parse(File.ReadAllText(app.Path("obj/project.assets.json")))!;
        string[] libraries = [.. assets["libraries"]!.AsObject().Select(library => library.Key)
            .Where(name => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                || name.StartsWith("System.", StringComparison.Ordinal))];
        Assert.Contains($"Microsoft.Extensions.Http/{version}", libraries);
        Assert.All(libraries, library => Assert.Contains("/8.", library, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_build_fails_if_the_compiler_does_not_load_the_generator()
    {
        var consumer = new Consumer(feed, "NotLoaded", "net10.0", "Lattice.Stripe.Generator Lattice.Stripe.Runtime", "", OwnSlice);
        consumer.WriteSlice("/v1/account_links");
        consumer.Write("Directory.Build.targets", """
            <Project>
              <Target Name="LoadNoAnalyzer" BeforeTargets="CoreCompile">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Lattice.Generator'" />
                </ItemGroup>
              </Target>
            </Project>
            """);

        (int code, string output) = await consumer.TryBuildAsync();

        Assert.NotEqual(0, code);
        Assert.Contains("LatticeGeneratorCheck.g.cs", output, StringComparison.Ordinal);
        Assert.Contains("error CS0400", output, StringComparison.Ordinal);
        Assert.Contains("Lattice_Generator_did_not_run__see_the_warnings", output, StringComparison.Ordinal);

        // Without the check, only the types are missing.
        await consumer.BuildAsync("-p:LatticeCheckGenerator=false");
    }

    [Theory]
    [InlineData("fs", "net10.0", "Lattice.Stripe.Generator Lattice.Stripe.Runtime", "is not a C# project")]
    [InlineData("vb", "net10.0", "Lattice.Stripe.Generator Lattice.Stripe.Runtime", "is not a C# project")]
    [InlineData("vb", "net10.0", "Lattice.Stripe.Generator", "is not a C# project")]
    [InlineData("cs", "netstandard2.0", "Lattice.Stripe.Generator", "needs .NET 8 or later")]
    [InlineData("cs", "net6.0", "Lattice.Stripe.Generator", "needs .NET 8 or later")]
    public async Task The_error_for_an_unsupported_project_names_the_requirement(
        string language, string framework, string packages, string message)
    {
        string name = $"Needs_{language}_{framework.Replace('.', '_')}_{packages.Length}";
        string items = OwnSlice + (language == "fs" ? """<Compile Include="Library.fs" />""" : "");
        var consumer = new Consumer(
            feed, name, framework, packages, language == "vb" ? "<LangVersion>latest</LangVersion>" : "", items, language);
        consumer.WriteSlice("/v1/account_links");
        consumer.Write("Library.fs", "module Library\nlet one = 1\n");

        // Without this property, the SDK would warn about the old framework.
        (int code, string output) = await consumer.TryBuildAsync("-p:CheckEolTargetFramework=false");

        Assert.NotEqual(0, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Add it.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_with_several_frameworks_can_use_the_slice_for_some()
    {
        const string Condition = """Condition="'$(TargetFramework)' != 'netstandard2.0'" """;
        var consumer = new Consumer(
            feed, "Several", "net8.0;netstandard2.0", "Lattice.Stripe.Generator", "<LangVersion>12</LangVersion>",
            $"""
                <LatticeSpec Include="stripe.json" {Condition}/>
                <PackageReference Include="Lattice.Stripe.Runtime" Version="{feed.Version}" {Condition}/>
            """);
        consumer.WriteSlice("/v1/account_links");

        await consumer.BuildAsync();

        Assert.True(File.Exists(consumer.Path("bin/Debug/netstandard2.0/Several.dll")));
    }

    [Fact]
    public async Task The_warning_for_a_project_in_another_language_does_not_suggest_a_slice()
    {
        var consumer = new Consumer(
            feed, "NoSliceVb", "net10.0", "Lattice.Stripe.Generator", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", "", "vb");

        string output = await consumer.BuildAsync();

        Assert.Contains("NoSliceVb.vbproj, which is not a C# project", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Add <LatticeSpec", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CLS_compliant_project_that_writes_generated_files_has_no_warning()
    {
        var consumer = new Consumer(feed, "Cls", "net10.0", "Lattice.Stripe.Generator Lattice.Stripe.Runtime", "", OwnSlice);
        consumer.Write("stripe.json", File.ReadAllText(Repository.Slice));
        consumer.Write("Assembly.cs", "[assembly: System.CLSCompliant(true)]");

        string output = await consumer.BuildAsync("-p:EmitCompilerGeneratedFiles=true", "-p:TreatWarningsAsErrors=false");

        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
    }

    // The client comes from a dependency injection container.
    private static string ProgramWithContainer => "using Microsoft.Extensions.DependencyInjection;\n" + Consumer.Program.Replace(
        "using var client = new StripeClient(new StripeClientOptions { ApiKey = \"sk_test_123\", BaseAddress = new Uri(args[0]) });",
        """
        var services = new ServiceCollection();
        services.AddStripeClient(options =>
        {
            options.ApiKey = "sk_test_123";
            options.BaseAddress = new Uri(args[0]);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        IStripeClient client = provider.GetRequiredService<IStripeClient>();
        """,
        StringComparison.Ordinal);
}
