using System.Reflection;
using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Lattice.Benchmarks.Generator;

/// <summary>The generator in the compiler's driver.</summary>
internal sealed class GeneratorSession
{
    /// <summary>The namespace of the generated types. It differs from that of the SDK, which is also referenced.</summary>
    public const string Namespace = "Consumer.StripeApi";

    private readonly CSharpCompilation _compilation = CSharpCompilation.Create(
        "Consumer", [CSharpSyntaxTree.ParseText("class Consumer;", GeneratorHost.ParseOptions)]);
    private GeneratorDriver _driver;

    public GeneratorSession(string slice) => _driver = GeneratorHost.CreateDriver(
        [new TestFile("stripe.json", slice)], new Dictionary<string, string> { ["LatticeNamespace"] = Namespace });

    /// <summary>Runs the generator, incrementally after an edit, and returns the number of generated files.</summary>
    public int Run(Compilation? edited = null)
    {
        _driver = _driver.RunGenerators(edited ?? _compilation);
        return _driver.GetRunResult().Results[0].GeneratedSources.Length;
    }

    /// <summary>Returns the consumer's code after an edit that is unrelated to the slice.</summary>
    public Compilation Edit(int number) => _compilation.ReplaceSyntaxTree(
        _compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText($"class Consumer {{ int Edit => {number}; }}", GeneratorHost.ParseOptions));

    /// <summary>Compiles the generated types with optimization.</summary>
    public Assembly Compile()
    {
        CSharpCompilation consumer = CSharpCompilation.Create(
            "Generated",
            references: GeneratorHost.References,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        _driver.RunGeneratorsAndUpdateCompilation(consumer, out Compilation compilation, out _);
        using var assembly = new MemoryStream();
        EmitResult result = compilation.Emit(assembly);
        return result.Success
            ? Assembly.Load(assembly.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
