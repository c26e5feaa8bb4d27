using System.Net;
using System.Net.Sockets;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>Installs the packages as users do: in new projects, from a feed.</summary>
[Collection(nameof(PackageFeed))]
public sealed class ConsumptionTests(PackageFeed feed)
{
    private const string Executable = "<OutputType>Exe</OutputType>";

    // The settings of a project with its own slice.
    private const string OwnNamespace = "<LatticeNamespace>Shop.Stripe</LatticeNamespace>";
    private const string OwnSlice = """    <LatticeSpec Include="stripe.json" />""";

    [Fact]
    public async Task The_SDK_works_on_each_framework()
    {
        var consumer = new Consumer(feed, "Sdk", "net8.0;net10.0", "Lattice.Stripe", Executable);
        consumer.Write("Program.cs", Consumer.Program);

        await consumer.BuildAsync();

        foreach (string framework in (string[])["net8.0", "net10.0"])
        {
            await consumer.AssertCreatesLinkAsync("dotnet", consumer.Path($"bin/Debug/{framework}/Sdk.dll"));
        }
    }

    [Fact]
    public async Task A_custom_slice_compiles_in_a_custom_namespace_as_CSharp_12_without_warnings()
    {
        Consumer consumer = CreateOwner("Own", "<LangVersion>12</LangVersion><AnalysisLevel>10.0-recommended</AnalysisLevel>");

        await consumer.BuildAsync("-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=generated");

        await consumer.AssertCreatesLinkAsync("dotnet", consumer.Path("bin/Debug/net10.0/Own.dll"));
        Assert.Contains(
            Directory.EnumerateFiles(consumer.Path("generated"), "*.cs", SearchOption.AllDirectories),
            file => Path.GetFileName(file) == "Shop.Stripe.AccountLink.g.cs");
    }

    [Fact]
    public async Task A_second_build_compiles_nothing_and_an_edit_of_the_slice_adds_types()
    {
        Consumer consumer = CreateOwner("Edited");
        await consumer.BuildAsync();
        DateTime compiled = File.GetLastWriteTimeUtc(consumer.Path("obj/Debug/net10.0/Edited.dll"));

        await consumer.BuildAsync();
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(consumer.Path("obj/Debug/net10.0/Edited.dll")));

        consumer.WriteSlice("/v1/account_links", "/v1/file_links");
        consumer.Write("More.cs", """
            public static class More
            {
                public static Shop.Stripe.FileLinkCreateParams Parameters => new() { File = "file_1" };
            }
            """);
        await consumer.BuildAsync();
        await consumer.AssertCreatesLinkAsync("dotnet", consumer.Path("bin/Debug/net10.0/Edited.dll"));
    }

    [Fact]
    public async Task A_program_uses_its_own_slice_and_the_SDK_through_a_library()
    {
        // The public API of the library contains types of the SDK. The program uses them through the library, together with its own slice.
        var library = new Consumer(feed, "Library", "net8.0", "Lattice.Stripe");
        library.Write("Links.cs", """
            using System.Threading.Tasks;
            using Lattice.Stripe;

            public static class Links
            {
                public static Task<AccountLink> CreateAsync(IStripeClient client, AccountLinkCreateParams parameters) =>
                    AccountLink.CreateAsync(client, parameters);
            }
            """);
        Consumer program = CreateOwner("Both", "", $"""    <ProjectReference Include="{library.Path("Library.csproj")}" />""");
        program.Write("Program.cs", Consumer.Program.Replace("AccountLink.CreateAsync(", "Links.CreateAsync(", StringComparison.Ordinal));
        program.Write("Own.cs", """
            public static class Own
            {
                public static Shop.Stripe.AccountLink Link => new() { Object = "account_link" };
            }
            """);

        await program.BuildAsync();

        await program.AssertCreatesLinkAsync("dotnet", program.Path("bin/Debug/net10.0/Both.dll"));
    }

    [Theory]
    [InlineData("-p:LangVersion=11", "Lattice.Stripe.Generator writes C# 12, but this project sets LangVersion to 11.")]
    [InlineData(
        "-p:NETCoreSdkVersion=7.0.410",
        "Lattice.Stripe.Generator needs the .NET 8 SDK or later (Roslyn 4.8), but this build runs on 7.0.410.")]
    public async Task With_an_old_compiler_the_error_names_the_requirement(string setting, string message)
    {
        Consumer consumer = CreateOwner("Old" + setting.Length);
        await DotNet.RunAsync(consumer.Folder, "dotnet", "restore");

        (int code, string output) = await DotNet.TryRunAsync(
            consumer.Folder, "dotnet", "build", "--no-restore", "-nodeReuse:false", setting);

        Assert.NotEqual(0, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NoFile", "Lattice.Stripe.Generator Lattice.Stripe.Runtime", "openapi/nowhere.json", "The slice openapi/nowhere.json does not exist.")]
    [InlineData("NoRuntime", "Lattice.Stripe.Generator", "stripe.json", "needs the package Lattice.Stripe.Runtime")]
    [InlineData("NoSlice", "Lattice.Stripe.Generator Lattice.Stripe.Runtime", null, "this project has no LatticeSpec item")]
    public async Task The_error_for_an_incomplete_project_names_what_is_missing(string name, string packages, string? spec, string message)
    {
        string items = spec is null ? "" : $"""    <LatticeSpec Include="{spec}" />""";
        var consumer = new Consumer(feed, name, "net10.0", packages, "", items);
        consumer.WriteSlice("/v1/account_links");

        (int code, string output) = await consumer.TryBuildAsync();

        Assert.Equal(spec is null, code == 0);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_types_can_be_internal_and_another_visibility_is_an_error()
    {
        Consumer consumer = CreateOwner("Visibility", "<LatticeVisibility>internal</LatticeVisibility>");

        await consumer.BuildAsync();
        (int code, string output) = await consumer.TryBuildAsync("-p:LatticeVisibility=private");

        await consumer.AssertCreatesLinkAsync("dotnet", consumer.Path("bin/Debug/net10.0/Visibility.dll"));
        Assert.NotEqual(0, code);
        Assert.Contains("LatticeVisibility is 'private'. Set it to public", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_installs_and_runs()
    {
        string folder = feed.CreateFolder("Tool");

        await DotNet.RunAsync(folder, "dotnet", "tool", "install", "Lattice.Stripe.Tool", "--version", feed.Version, "--tool-path", "tools");
        string lattice = Path.Combine(folder, "tools", "lattice");
        string listed = await DotNet.RunAsync(folder, lattice, "list", "--spec", Repository.Slice);

        // With a port that is in use, the server exits, after it has loaded everything that it needs.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        (int code, string served) = await DotNet.TryRunAsync(folder, lattice, "serve", "--port", $"{port}");

        Assert.Contains("AccountLink.CreateAsync", listed, StringComparison.Ordinal);
        Assert.Equal(3, code);
        Assert.Contains($"lattice: Cannot listen on port {port}", served, StringComparison.Ordinal);
    }

    private Consumer CreateOwner(string name, string properties = "", string items = "")
    {
        var consumer = new Consumer(
            feed, name, "net10.0", "Lattice.Stripe.Generator Lattice.Stripe.Runtime", Executable + OwnNamespace + properties, OwnSlice + items);
        consumer.WriteSlice("/v1/account_links");
        consumer.Write("Program.cs", "using Shop.Stripe;\n" + Consumer.Program);
        return consumer;
    }
}
