using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Lattice.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Benchmarks.Analyzers;

/// <summary>
/// What the rules add to a compilation: to that of a web app of 100 files, and to that of a file with 5,000 lines of parameters, which is
/// the worst case.
/// </summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(StripeAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private CSharpCompilation _compilation = null!;

    [Params("100 files", "5,000 lines")]
    public string Code { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _compilation = Code == "100 files" ? AnalyzedCode.CreateWebApp() : AnalyzedCode.CreateLongFile();

    /// <summary>A compilation with nothing cached, as the compiler starts with.</summary>
    [Benchmark(Baseline = true)]
    public int Compile() => Emit(_compilation.Clone());

    [Benchmark]
    public async Task<int> CompileWithRules()
    {
        CompilationWithAnalyzers compilation = _compilation.Clone().WithAnalyzers(
            s_rules,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> diagnostics = await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return diagnostics.Length + Emit((CSharpCompilation)compilation.Compilation);
    }

    private static int Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        return compilation.Emit(assembly).Success ? (int)assembly.Length : throw new InvalidOperationException("The code has errors.");
    }
}
