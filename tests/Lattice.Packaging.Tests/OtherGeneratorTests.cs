using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>
/// Another source generator in the same project, with its own libraries. A compiler can load only one library of a name for all
/// generators, so the generators would conflict if both contained a library of the same name.
/// </summary>
[Collection(nameof(PackageFeed))]
public sealed class OtherGeneratorTests(PackageFeed feed)
{
    private const string Models1 = "Microsoft.OpenApi.Models";
    private const string Write1 =
        "Microsoft.OpenApi.Extensions.OpenApiSerializableExtensions.SerializeAsJson(document, OpenApiSpecVersion.OpenApi3_0)";
    private const string Write2 = "document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0).GetAwaiter().GetResult()";

    [Theory]
    [InlineData("1.6.30", "6.0.10", Models1, Write1)]
    [InlineData("2.12.1", "8.0.5", "Microsoft.OpenApi", Write2)]
    public async Task Two_generators_with_and_without_libraries_both_run(string openApi, string json, string models, string write)
    {
        string name = "OtherGenerator" + openApi[0];
        await PackGeneratorAsync(name, openApi, json, models, write);
        var consumer = new Consumer(
            feed, "With" + name, "net10.0", $"Lattice.Stripe.Generator Lattice.Stripe.Runtime {name}", "<OutputType>Exe</OutputType>",
            """    <LatticeSpec Include="stripe.json" />""");
        consumer.WriteSlice("/v1/account_links");
        consumer.Write("Program.cs", $$"""
            System.Console.WriteLine(Other.Library + " " + new With{{name}}.StripeApi.AccountLink { Object = "account_link" }.Object);
            """);

        // In a new compiler process, which has not loaded libraries for other tests.
        await consumer.BuildAsync("-p:UseSharedCompilation=false");

        string output = await DotNet.RunAsync(consumer.Folder, "dotnet", consumer.Path($"bin/Debug/net10.0/{consumer.Name}.dll"));
        Assert.Equal($"{openApi}.0 account_link", output.Trim());
    }

    /// <summary>Packs a generator that writes a document with one library, reads it with another, and emits the result.</summary>
    private async Task PackGeneratorAsync(string name, string openApi, string json, string models, string write)
    {
        var generator = new Consumer(feed, name, "netstandard2.0", "");
        generator.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>12</LangVersion>
                <Version>{feed.Version}</Version>
                <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
                <IncludeBuildOutput>false</IncludeBuildOutput>
                <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
                <NoWarn>$(NoWarn);NU5128;RS1036</NoWarn>
                <TargetsForTfmSpecificContentInPackage>
                  $(TargetsForTfmSpecificContentInPackage);PackAnalyzer
                </TargetsForTfmSpecificContentInPackage>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" ExcludeAssets="runtime" />
                <PackageReference Include="Microsoft.OpenApi" Version="{openApi}" />
                <PackageReference Include="System.Text.Json" Version="{json}" />
              </ItemGroup>
              <Target Name="PackAnalyzer">
                <ItemGroup>
                  <TfmSpecificPackageFile Include="$(TargetDir)*.dll" PackagePath="analyzers/dotnet/cs" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        generator.Write("OtherGenerator.cs", $$$"""
            using System.Text.Json;
            using Microsoft.CodeAnalysis;
            using Microsoft.OpenApi;
            using {{{models}}};

            [Generator]
            public sealed class OtherGenerator : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) =>
                    context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Other.g.cs", Generate()));

                private static string Generate()
                {
                    var info = new OpenApiInfo { Title = "Other", Version = "1" };
                    var document = new OpenApiDocument { Info = info, Paths = new OpenApiPaths() };
                    using JsonDocument read = JsonDocument.Parse({{{write}}});
                    string name = read.RootElement.GetProperty("info").GetProperty("title").GetString();
                    string version = typeof(OpenApiDocument).Assembly.GetName().Version.ToString();
                    return $"internal static class {name} {{ public const string Library = \"{version}\"; }}";
                }
            }
            """);
        await DotNet.RunAsync(
            generator.Folder, "dotnet",
            "pack", "--configuration", "Release", "--output", feed.Packages, "-nodeReuse:false");
    }
}
