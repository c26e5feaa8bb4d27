using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.TestSupport.Generation;

/// <summary>Runs the generator as the compiler does and compiles what it emits.</summary>
public sealed class GeneratorHarness
{
    private const string ProjectName = "Consumer";

    // Compilations that derive from one share the metadata of its references, which is most of what a small compilation costs.
    private static readonly CSharpCompilation s_emptyProject = CSharpCompilation.Create(
        ProjectName,
        [Parse("class Consumer;", "Consumer.cs")],
        GeneratorHost.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

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
        _compilation = s_emptyProject;
        _driver = GeneratorHost.CreateDriver(files, properties, trackSteps: true);
    }

    /// <summary>Runs the generator; what has not changed since the last run is not run again.</summary>
    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        return AssertNoException();
    }

    /// <summary>Compiles the emitted code together with a consumer's code.</summary>
    /// <returns>The errors and warnings.</returns>
    public IReadOnlyList<string> Compile(string consumer = "") =>
        GetErrorsAndWarnings(GetOutput(_compilation.AddSyntaxTrees(Parse(consumer, "Usage.cs"))).GetDiagnostics());

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

    /// <summary>The emitted code and the consumer's code, as the bytes of an assembly.</summary>
    public byte[] ToImage(string assemblyName = ProjectName)
    {
        using var assembly = new MemoryStream();
        Assert.True(GetOutput().WithAssemblyName(assemblyName).Emit(assembly).Success);
        return assembly.ToArray();
    }

    /// <summary>The project with the emitted code.</summary>
    public Compilation GetOutput() => GetOutput(_compilation);

    public static IReadOnlyList<string> GetErrorsAndWarnings(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Select(diagnostic => diagnostic.ToString()),
    ];

    private Compilation GetOutput(Compilation project)
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(project, out Compilation output, out _);
        AssertNoException();
        return output;
    }

    private GeneratorRunResult AssertNoException()
    {
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();
        Assert.True(result.Exception is null, result.Exception?.ToString());
        return result;
    }

    private static SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, GeneratorHost.ParseOptions, path);
}
