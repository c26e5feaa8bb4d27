using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Generator.Tests.Support;

/// <summary>The output for one of Stripe's own specifications. It is generated and compiled once, and all tests share it.</summary>
internal sealed class SpecOutput
{
    private readonly Lazy<(GeneratorRunResult Result, Compilation Compilation)> _run;
    private readonly Lazy<(IReadOnlyList<string> ErrorsAndWarnings, byte[] Image)> _build;
    private readonly Lazy<Assembly> _assembly;

    private SpecOutput(Func<string> path)
    {
        _run = new(() =>
        {
            var harness = new GeneratorHarness(File.ReadAllText(path()));
            return (harness.Run(), harness.GetOutput());
        });
        _build = new(Build);
        _assembly = new(() => Assembly.Load(_build.Value.Image));
    }

    /// <summary>The output for <see cref="Specs.Full"/>.</summary>
    public static SpecOutput Full { get; } = new(() => Specs.Full);

    /// <summary>The output for <see cref="Specs.Facts"/>.</summary>
    public static SpecOutput Facts { get; } = new(() => Specs.Facts);

    /// <summary>The output for <see cref="Specs.Today"/>.</summary>
    public static SpecOutput Today { get; } = new(() => Specs.Today);

    public GeneratorRunResult Result => _run.Value.Result;

    /// <summary>The errors and warnings of a complete build.</summary>
    public IReadOnlyList<string> ErrorsAndWarnings => _build.Value.ErrorsAndWarnings;

    /// <summary>The size of the built assembly in bytes.</summary>
    public int Size => _build.Value.Image.Length;

    /// <summary>The built assembly, to run.</summary>
    public Assembly Assembly => _assembly.Value;

    /// <summary>Compiles a consumer's code against the output.</summary>
    /// <returns>The errors and warnings in the consumer's code.</returns>
    public IReadOnlyList<string> CompileConsumer(string code)
    {
        Compilation compilation = Add(code, out SyntaxTree tree);
        return GeneratorHarness.GetErrorsAndWarnings(compilation.GetSemanticModel(tree).GetDiagnostics());
    }

    /// <summary>Adds a consumer's code and checks all declarations, the emitted ones too, without the bodies of their members.</summary>
    /// <returns>The errors and warnings.</returns>
    public IReadOnlyList<string> CheckDeclarations(string code) =>
        GeneratorHarness.GetErrorsAndWarnings(Add(code, out _).GetDeclarationDiagnostics());

    private Compilation Add(string code, out SyntaxTree tree)
    {
        Compilation compilation = _run.Value.Compilation;
        tree = CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)compilation.SyntaxTrees.First().Options, "Usage.cs");
        return compilation.AddSyntaxTrees(tree);
    }

    private (IReadOnlyList<string> ErrorsAndWarnings, byte[] Image) Build()
    {
        using var assembly = new MemoryStream();
        Compilation compilation = _run.Value.Compilation;
        var options = (CSharpCompilationOptions)compilation.Options;
        IEnumerable<Diagnostic> diagnostics = compilation
            .WithOptions(options.WithOptimizationLevel(OptimizationLevel.Release))
            .Emit(assembly, xmlDocumentationStream: new MemoryStream()).Diagnostics;
        return (GeneratorHarness.GetErrorsAndWarnings(diagnostics), assembly.ToArray());
    }
}
