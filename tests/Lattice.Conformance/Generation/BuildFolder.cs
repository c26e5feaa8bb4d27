using Lattice.Stripe;

namespace Lattice.Conformance.Generation;

/// <summary>
/// A folder outside the repository in which the emitted sources are an ordinary project. The generated-code markers are removed, so that
/// analyzers check the sources like handwritten code.
/// </summary>
internal sealed class BuildFolder : IDisposable
{
    public const string AssemblyName = "Emitted";

    private readonly bool _keep;

    /// <param name="keep">The folder to use and keep, or <see langword="null"/> for a temporary one.</param>
    public BuildFolder(string? keep)
    {
        _keep = keep is not null;
        Path = keep is null
            ? Directory.CreateTempSubdirectory("lattice-conformance-").FullName
            : Directory.CreateDirectory(keep).FullName;
    }

    public string Path { get; }

    public string Assembly => System.IO.Path.Combine(Path, "bin", AssemblyName + ".dll");

    public void Write(IEnumerable<(string Name, string Text)> emitted, string consumer)
    {
        string sources = System.IO.Path.Combine(Path, "src");
        if (Directory.Exists(sources))
        {
            Directory.Delete(sources, recursive: true);
        }

        Directory.CreateDirectory(sources);
        foreach ((string name, string text) in emitted)
        {
            string file = name.EndsWith(".g.cs", StringComparison.Ordinal) ? name[..^".g.cs".Length] + ".cs" : name;
            File.WriteAllText(System.IO.Path.Combine(sources, file), GeneratedMarkers.Remove(text));
        }

        File.WriteAllText(System.IO.Path.Combine(sources, "Consumer.cs"), consumer);
        File.WriteAllText(System.IO.Path.Combine(Path, AssemblyName + ".csproj"), GetProject());
        File.WriteAllText(System.IO.Path.Combine(Path, ".globalconfig"), GlobalConfig);

        // Without these, files with the same names in parent folders would apply.
        File.WriteAllText(System.IO.Path.Combine(Path, ".editorconfig"), "root = true\n");
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(System.IO.Path.Combine(Path, file), "<Project />\n");
        }
    }

    public void Dispose()
    {
        if (!_keep)
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    // Stripe determines the names that CA1711, CA1716, and CA1720 report. CA2007 is for libraries.
    private const string GlobalConfig =
        """
        is_global = true
        dotnet_diagnostic.CA2007.severity = warning
        dotnet_diagnostic.CA1711.severity = none
        dotnet_diagnostic.CA1716.severity = none
        dotnet_diagnostic.CA1720.severity = none

        """;

    private static string GetProject() =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <AssemblyName>{AssemblyName}</AssemblyName>
            <LangVersion>12.0</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings>disable</ImplicitUsings>
            <AnalysisLevel>10.0-recommended</AnalysisLevel>
            <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <OutputPath>bin/</OutputPath>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <!-- Every warning is reported as a mismatch; the assembly is still needed. -->
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{typeof(StripeClient).Assembly.Location}" />
          </ItemGroup>
        </Project>

        """;
}
