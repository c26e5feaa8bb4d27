using Lattice.Generator.Pipeline;
using Lattice.Generator.Tests.Support;
using Lattice.Spec.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Pipeline;

/// <summary>An exception in the generator is an error with an id, instead of the compiler's warning CS8785 in a successful build.</summary>
public class FailureTests
{
    [Fact]
    public void A_file_that_the_host_cannot_read_is_reported_at_the_file()
    {
        GeneratorRunResult result = new GeneratorHarness([new UnreadableFile("/project/stripe.json")]).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0011", 1, 1), Location(diagnostic));
        Assert.Equal("/project/stripe.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("UnauthorizedAccessException: Nobody may read it.", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    public void A_type_that_cannot_be_emitted_is_reported_and_the_others_are_generated()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new OneBadType()).RunGenerators(CSharpCompilation.Create("Consumer"));

        GeneratorRunResult result = driver.GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0015", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("The type Shop.Bad is not generated", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(["Shop.Good", "Shop.StripeApiVersion"], result.GetTypes().Keys);
        Assert.Equal(["Shop.Bad.g.cs", "Shop.StripeApiVersion.g.cs"], result.GeneratedSources.Select(source => source.HintName));
    }

    private sealed class UnreadableFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            throw new UnauthorizedAccessException("Nobody may read it.");
    }

    private sealed record UnknownType(SpecInfo Spec, TypeName Type) : EmittedType(Spec, Type, Description: "");

    /// <summary>Emits a type without an emitter, among others of its own group and of another.</summary>
    private sealed class OneBadType : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var spec = new SpecInfo("Stripe API", "1", "Shop", IsInternal: false);
            IncrementalValuesProvider<TypeGroup> groups = context.CompilationProvider.SelectMany((_, _) => new[]
            {
                MakeGroup(
                    new UnknownType(spec, new TypeName("Shop", "Bad")),
                    new EnumType(spec, new TypeName("Shop", "Good"), Description: "", default)),
                MakeGroup(new VersionType(spec, new TypeName("Shop", "StripeApiVersion"))),
            });
            context.RegisterSourceOutput(groups, (output, group) => TypeOutput.Produce(output, group));
        }

        private static TypeGroup MakeGroup(params EmittedType[] types) => new(types.ToEquatableArray());
    }
}
