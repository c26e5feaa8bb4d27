using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>The packages as their users install them: in blank projects, from a feed.</summary>
[Collection(nameof(PackageFeed))]
public sealed class ConsumptionTests(PackageFeed feed)
{
    private const string Executable = "<OutputType>Exe</OutputType>";

    // All that the project of a team with a slice of its own says.
    private const string OwnNamespace = "<LatticeNamespace>Shop.Stripe</LatticeNamespace>";
    private const string OwnSlice = """    <LatticeSpec Include="stripe.json" />""";

    [Fact]
    public async Task The_sdk_works_on_each_framework()
    {
        var consumer = new Consumer(feed, "Sdk", "net8.0;net10.0", "Lattice.Generated", Executable);
        consumer.Write("Program.cs", Consumer.Program);

        await consumer.BuildAsync();

        foreach (string framework in (string[])["net8.0", "net10.0"])
        {
            await consumer.AssertCreatesLinkAsync("dotnet", consumer.Path($"bin/Debug/{framework}/Sdk.dll"));
        }
    }

    [Fact]
    public async Task A_slice_of_ones_own_becomes_types_in_ones_own_namespace_at_the_oldest_language_with_all_warnings_as_errors()
    {
        Consumer consumer = CreateOwner("Own", "<LangVersion>12</LangVersion><AnalysisLevel>10.0-recommended</AnalysisLevel>");

        await consumer.BuildAsync("-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=generated");

        await consumer.AssertCreatesLinkAsync("dotnet", consumer.Path("bin/Debug/net10.0/Own.dll"));
        Assert.Contains(
            Directory.EnumerateFiles(consumer.Path("generated"), "*.cs", SearchOption.AllDirectories),
            file => Path.GetFileName(file) == "Shop.Stripe.AccountLink.g.cs");
    }

    [Fact]
    public async Task A_second_build_compiles_nothing_and_an_edit_of_the_slice_gives_new_types()
    {
        Consumer consumer = CreateOwner("Edited");
        await consumer.BuildAsync();
        DateTime compiled = File.GetLastWriteTimeUtc(consumer.Path("obj/Debug/net10.0/Edited.dll"));

        await consumer.BuildAsync();
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(consumer.Path("obj/Debug/net10.0/Edited.dll")));

        consumer.Write("stripe.json", Slice("/v1/account_links", "/v1/file_links"));
        consumer.Write("More.cs", "public static class More { public static Shop.Stripe.FileLinkCreateParams Parameters => new() { File = \"file_1\" }; }");
        await consumer.BuildAsync();
        await consumer.AssertCreatesLinkAsync("dotnet", consumer.Path("bin/Debug/net10.0/Edited.dll"));
    }

    [Fact]
    public async Task Both_live_in_one_program_and_a_library_hands_the_sdk_on()
    {
        // The library shows types of the SDK in its own surface; the program sees them through it, beside a slice of its own.
        var library = new Consumer(feed, "Library", "net8.0", "Lattice.Generated");
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
        program.Write("Own.cs", "public static class Own { public static Shop.Stripe.AccountLink Made => new() { Object = \"account_link\" }; }");

        await program.BuildAsync();

        await program.AssertCreatesLinkAsync("dotnet", program.Path("bin/Debug/net10.0/Both.dll"));
    }

    [Theory]
    [InlineData("-p:LangVersion=11", "Lattice.Generator writes C# 12, but this project sets LangVersion to 11.")]
    [InlineData("-p:NETCoreSdkVersion=7.0.410", "Lattice.Generator needs the SDK of .NET 8 or later (Roslyn 4.8), but this build runs on 7.0.410.")]
    public async Task An_old_compiler_is_told_what_the_generator_needs(string setting, string message)
    {
        Consumer consumer = CreateOwner("Old" + setting.Length);
        await DotNet.RunAsync(consumer.Folder, "dotnet", "restore");

        (int code, string output) = await DotNet.TryRunAsync(
            consumer.Folder, "dotnet", "build", "--no-restore", "-nodeReuse:false", "-p:UseSharedCompilation=false", setting);

        Assert.NotEqual(0, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NoFile", "Lattice.Generator Lattice.Runtime", "openapi/nowhere.json", "The slice openapi/nowhere.json does not exist.")]
    [InlineData("NoRuntime", "Lattice.Generator", "stripe.json", "needs the package Lattice.Runtime")]
    [InlineData("NoSlice", "Lattice.Generator Lattice.Runtime", null, "this project has no LatticeSpec item")]
    public async Task A_project_that_lacks_something_is_told_what(string name, string packages, string? spec, string message)
    {
        string items = spec is null ? "" : $"""    <LatticeSpec Include="{spec}" />""";
        var consumer = new Consumer(feed, name, "net10.0", packages, "", items);
        consumer.Write("stripe.json", Slice("/v1/account_links"));

        (int code, string output) = await DotNet.TryRunAsync(
            consumer.Folder, "dotnet", "build", "-nodeReuse:false", "-p:UseSharedCompilation=false");

        Assert.Equal(spec is null, code == 0);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_installs_and_runs()
    {
        string folder = feed.CreateFolder("Tool");

        await DotNet.RunAsync(folder, "dotnet", "tool", "install", "Lattice.Slice", "--version", feed.Version, "--tool-path", "tools");
        string lattice = Path.Combine(folder, "tools", "lattice");
        string listed = await DotNet.RunAsync(folder, lattice, "list", "--spec", Repository.Slice);

        // A port that is taken ends the server at once, and only after all that it needs was loaded.
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        (int code, string served) = await DotNet.TryRunAsync(folder, lattice, "serve", "--port", $"{port}");

        Assert.Contains("AccountLink.CreateAsync", listed, StringComparison.Ordinal);
        Assert.Equal(3, code);
        Assert.Contains($"lattice: Cannot listen on port {port}", served, StringComparison.Ordinal);
    }

    private Consumer CreateOwner(string name, string properties = "", string items = "")
    {
        var consumer = new Consumer(
            feed, name, "net10.0", "Lattice.Generator Lattice.Runtime", Executable + OwnNamespace + properties, OwnSlice + items);
        consumer.Write("stripe.json", Slice("/v1/account_links"));
        consumer.Write("Program.cs", "using Shop.Stripe;\n" + Consumer.Program);
        return consumer;
    }

    private static string Slice(params string[] routes) => SpecSlices.Cut(JsonNode.Parse(File.ReadAllText(Repository.Slice))!, routes);
}
