using System.Collections.Immutable;
using System.Reflection;
using Lattice.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.TestSupport.Generation;

/// <summary>Runs the generator as the compiler does and compiles what it emits.</summary>
public sealed class GeneratorHarness
{
    private static readonly CSharpParseOptions s_parseOptions =
        new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly TestOptions _options;
    private GeneratorDriver _driver;
    private Compilation _compilation;
    private ImmutableArray<AdditionalText> _files;

    public GeneratorHarness(string slice, string? rootNamespace = null, string path = "/project/openapi/stripe.json")
        : this([new TestFile(path, slice)], rootNamespace)
    {
    }

    public GeneratorHarness(string slice, IReadOnlyDictionary<string, string> properties)
        : this([new TestFile("/project/openapi/stripe.json", slice)], properties)
    {
    }

    public GeneratorHarness(ImmutableArray<AdditionalText> files, string? rootNamespace = null)
        : this(files, rootNamespace is null ? new Dictionary<string, string>() : new() { ["LatticeNamespace"] = rootNamespace })
    {
    }

    /// <param name="files">The files of the project.</param>
    /// <param name="properties">The properties of MSBuild that the compiler sees.</param>
    public GeneratorHarness(ImmutableArray<AdditionalText> files, IReadOnlyDictionary<string, string> properties)
    {
        _files = files;
        _options = new TestOptions(properties);
        _compilation = CSharpCompilation.Create(
            "Consumer",
            [Parse("class Consumer;", "Consumer.cs")],
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
        _driver = CSharpGeneratorDriver.Create(
            [new StripeGenerator().AsSourceGenerator()],
            files,
            s_parseOptions,
            _options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Runs the generator; what has not changed since the last run is not run again.</summary>
    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();
        Assert.True(result.Exception is null, result.Exception?.ToString());
        return result;
    }

    /// <summary>Compiles what was emitted together with a consumer's code.</summary>
    /// <returns>The errors and warnings.</returns>
    public IReadOnlyList<string> Compile(string consumer = "")
    {
        Run();
        _driver = _driver.RunGeneratorsAndUpdateCompilation(
            _compilation.AddSyntaxTrees(Parse(consumer, "Usage.cs")), out Compilation output, out _);
        using var assembly = new MemoryStream();
        return output.Emit(assembly, xmlDocumentationStream: new MemoryStream()).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Select(diagnostic => diagnostic.ToString())
            .ToList();
    }

    /// <summary>Adds a reference, and returns the same harness.</summary>
    public GeneratorHarness WithReference(MetadataReference reference)
    {
        _compilation = _compilation.AddReferences(reference);
        return this;
    }

    /// <summary>Replaces the runtime, and returns the same harness.</summary>
    public GeneratorHarness WithRuntime(MetadataReference runtime)
    {
        MetadataReference current = _compilation.References.Single(reference =>
            _compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol { Name: "Lattice.Runtime" });
        _compilation = _compilation.ReplaceReference(current, runtime);
        return this;
    }

    /// <summary>What was emitted and the consumer's code, as an assembly.</summary>
    public MetadataReference ToReference() => MetadataReference.CreateFromImage(ToImage());

    /// <summary>What was emitted and the consumer's code, to be run.</summary>
    public Assembly Load() => Assembly.Load(ToImage());

    public void EditConsumer(string code) =>
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.First(), Parse(code, "Consumer.cs"));

    /// <summary>Gives the same file a new text, as the compiler does for every build.</summary>
    public void EditSlice(string slice)
    {
        AdditionalText old = _files.Single();
        var edited = new TestFile(old.Path, slice);
        _driver = _driver.ReplaceAdditionalText(old, edited);
        _files = [edited];
    }

    private byte[] ToImage()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out Compilation output, out _);
        using var assembly = new MemoryStream();
        Assert.True(output.Emit(assembly).Success);
        return assembly.ToArray();
    }

    private static SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, s_parseOptions, path);
}
