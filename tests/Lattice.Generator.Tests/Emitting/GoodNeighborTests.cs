using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>Generated code does not affect the rest of a project and its tools.</summary>
public class GoodNeighborTests
{
    public static TheoryData<string> Slices => [.. ShapeFolders.Names.Select(ShapeFolders.ReadSlice), TwelveOperations.Slice];

    [Theory]
    [MemberData(nameof(Slices))]
    public void Generated_code_causes_no_warning_in_a_CLS_compliant_assembly(string slice) =>
        Assert.Empty(new GeneratorHarness(slice).Compile("[assembly: System.CLSCompliant(true)]"));

    [Specs.Fact]
    public void The_full_specification_causes_no_warning_in_a_CLS_compliant_assembly() =>
        Assert.Empty(SpecOutput.Full.CheckDeclarations("[assembly: System.CLSCompliant(true)]"));

    [Fact]
    public void Code_that_uses_a_generated_type_causes_no_warning_in_a_CLS_compliant_assembly() =>
        Assert.Empty(new GeneratorHarness(SliceEdits.TwoResources).Compile("""
            [assembly: System.CLSCompliant(true)]

            /// <summary>Uses them.</summary>
            public class Shop
            {
                /// <summary>A property.</summary>
                public Lattice.Stripe.Widget? Widget { get; set; }

                /// <summary>A method.</summary>
                public void Sell(Lattice.Stripe.WidgetCreateParams parameters) => _ = parameters;
            }
            """));

    [Theory]
    [MemberData(nameof(Slices))]
    public void Every_generated_type_with_code_is_excluded_from_code_coverage(string slice)
    {
        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        BaseTypeDeclarationSyntax[] types = [.. result.GetDeclarations()];
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal(!IsOfConstants(type), GetAttributes(type).Contains("ExcludeFromCodeCoverage")));
        Assert.All(types, type => Assert.Contains("GeneratedCode", GetAttributes(type)));
    }

    // A coverage tool finds no code in it.
    private static bool IsOfConstants(BaseTypeDeclarationSyntax type) =>
        type.BaseList is { Types: [{ Type: SimpleNameSyntax { Identifier.ValueText: "StripeEnumValues" } }] };

    private static IEnumerable<string> GetAttributes(BaseTypeDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString());
}
