using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using Lattice.Generator;
using Lattice.Stripe;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Benchmarks.Generator;

/// <summary>The generator in the compiler's driver.</summary>
internal sealed class GeneratorSession
{
    /// <summary>The namespace of the generated types. It differs from that of the SDK, which is also referenced.</summary>
    public const string Namespace = "Consumer.StripeApi";

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12);

    private readonly CSharpCompilation _compilation = CSharpCompilation.Create(
        "Consumer", [CSharpSyntaxTree.ParseText("class Consumer;", s_options)]);
    private GeneratorDriver _driver;

    public GeneratorSession(string slice) => _driver = CSharpGeneratorDriver.Create(
        [new StripeGenerator().AsSourceGenerator()], [new SliceFile(slice)], s_options, new SliceOptions());

    /// <summary>Runs the generator, incrementally after an edit, and returns the number of generated files.</summary>
    public int Run(Compilation? edited = null)
    {
        _driver = _driver.RunGenerators(edited ?? _compilation);
        return _driver.GetRunResult().Results[0].GeneratedSources.Length;
    }

    /// <summary>Returns the consumer's code after an edit that is unrelated to the slice.</summary>
    public Compilation Edit(int number) => _compilation.ReplaceSyntaxTree(
        _compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText($"class Consumer {{ int Edit => {number}; }}", s_options));

    /// <summary>Compiles the generated types with optimization.</summary>
    public Assembly Compile()
    {
        string[] references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation consumer = CSharpCompilation.Create(
            "Generated",
            references: references.Append(typeof(StripeClient).Assembly.Location).Distinct()
                .Select(path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        _driver.RunGeneratorsAndUpdateCompilation(consumer, out Compilation compilation, out _);
        using var assembly = new MemoryStream();
        EmitResult result = compilation.Emit(assembly);
        return result.Success
            ? Assembly.Load(assembly.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private sealed class SliceFile(string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => "stripe.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class SliceOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(isSlice: false);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(isSlice: true);
    }

    private sealed class Values(bool isSlice) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = (isSlice, key) switch
            {
                (true, "build_metadata.AdditionalFiles.LatticeSpec") => "true",
                (false, "build_property.LatticeNamespace") => Namespace,
                _ => null,
            };
            return value is not null;
        }
    }
}
