using System.Text;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>The names of generated files, which the compiler writes to disk with <c>EmitCompilerGeneratedFiles</c>.</summary>
public class HintNameTests
{
    private const int MaxLength = 120;

    [Specs.Fact]
    public void The_files_of_the_full_specification_have_short_unique_names() => AssertFilesFit(SpecOutput.Full.Result);

    [Specs.Fact]
    public void The_files_in_a_namespace_of_ordinary_length_have_short_unique_names() =>
        AssertFilesFit(
        new GeneratorHarness(File.ReadAllText(Specs.Full), "Contoso.Commerce.Payments.Providers.Integration.StripeApi").Run());

    [Theory]
    [InlineData(150, "Shop")]
    [InlineData(90, "Gr\u00f6\u00dfe")]
    [InlineData(60, "\u5e97")]
    public void The_files_in_a_long_namespace_have_short_unique_names(int parts, string part)
    {
        string rootNamespace = string.Join('.', Enumerable.Repeat(part, parts));
        var harness = new GeneratorHarness(SliceEdits.TwoResources, rootNamespace);

        GeneratorRunResult result = harness.Run();

        Assert.Empty(harness.Compile());
        string[] names = [.. result.GeneratedSources.Select(source => source.HintName)];
        Assert.All(names, AssertFits);
        Assert.All(names, name => Assert.StartsWith(part + "." + part, name, StringComparison.Ordinal));
        AssertCanBeWritten(result);
    }

    [Theory]
    [InlineData(103)]
    [InlineData(104)]
    [InlineData(105)]
    public void A_name_is_truncated_only_if_it_is_too_long(int length)
    {
        // "Widget" and ".g.cs" are added to the namespace.
        string rootNamespace = new('S', length);

        GeneratorRunResult result = new GeneratorHarness(SliceEdits.TwoResources, rootNamespace).Run();

        bool isTruncated = length + ".Widget.g.cs".Length > MaxLength;
        Assert.Equal(!isTruncated, result.GeneratedSources.Any(source => source.HintName == $"{rootNamespace}.Widget.g.cs"));
        Assert.All(result.GeneratedSources, source => AssertFits(source.HintName));
    }

    [Fact]
    public void A_name_is_the_same_in_every_run()
    {
        string rootNamespace = new('S', 200);

        Assert.Equal(GetNames(), GetNames());
        Assert.Contains(GetNames(), name => name == $"{new string('S', 98)}-971fff26fb0541d1.g.cs");

        string[] GetNames() =>
            [.. new GeneratorHarness(SliceEdits.TwoResources, rootNamespace).Run().GeneratedSources.Select(source => source.HintName)];
    }

    private static void AssertFilesFit(GeneratorRunResult result)
    {
        string[] names = [.. result.GeneratedSources.Select(source => source.HintName)];
        Assert.True(names.Length > 800, $"{names.Length} files");
        Assert.All(names, AssertFits);
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains(names, name => name.Contains('-', StringComparison.Ordinal));
        AssertCanBeWritten(result);
    }

    private static void AssertFits(string name)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, MaxLength);
        Assert.EndsWith(".g.cs", name, StringComparison.Ordinal);
    }

    // Like the compiler: a folder for the generator's assembly, one for its type, and a file for each hint name.
    private static void AssertCanBeWritten(GeneratorRunResult result)
    {
        string root = Directory.CreateTempSubdirectory("lattice-hint-names-").FullName;
        try
        {
            string folder = Directory.CreateDirectory(
                Path.Combine(root, typeof(StripeGenerator).Assembly.GetName().Name!, typeof(StripeGenerator).FullName!)).FullName;
            foreach (GeneratedSourceResult source in result.GeneratedSources)
            {
                File.WriteAllText(Path.Combine(folder, source.HintName), source.SourceText.ToString());
            }

            Assert.Equal(result.GeneratedSources.Length, Directory.EnumerateFiles(folder).Count());
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
