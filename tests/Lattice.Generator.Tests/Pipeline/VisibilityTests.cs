using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Generator.Tests.Pipeline;

/// <summary>The property <c>LatticeVisibility</c>, and what the project can add to the emitted types.</summary>
public class VisibilityTests
{
    private const string Public = "public";
    private const string Internal = "internal";

    public static TheoryData<string> Slices => [.. ShapeFolders.Names.Select(ShapeFolders.ReadSlice), TwelveOperations.Slice];

    [Theory]
    [MemberData(nameof(Slices))]
    public void Every_type_of_an_internal_slice_is_internal_and_compiles(string slice)
    {
        GeneratorHarness harness = Make(slice, Internal);

        Assert.Equal([SyntaxKind.InternalKeyword], GetVisibilities(harness));
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData(Public, SyntaxKind.PublicKeyword)]
    [InlineData("Public", SyntaxKind.PublicKeyword)]
    [InlineData("", SyntaxKind.PublicKeyword)]
    [InlineData("Internal", SyntaxKind.InternalKeyword)]
    public void The_visibility_is_that_of_the_property_in_any_case_and_public_without_it(string visibility, SyntaxKind expected) =>
        Assert.Equal([expected], GetVisibilities(Make(SliceEdits.TwoResources, visibility)));

    [Fact]
    public void An_edit_of_the_visibility_changes_all_types()
    {
        string[] visible = [.. Make(SliceEdits.TwoResources, Public).Run().GetTypes().Values];
        string[] hidden = [.. Make(SliceEdits.TwoResources, Internal).Run().GetTypes().Values];

        Assert.Equal(visible, hidden.Select(type => type.Replace("\ninternal ", "\npublic ", StringComparison.Ordinal)));
        Assert.All(visible.Zip(hidden), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Another_assembly_does_not_see_an_internal_slice()
    {
        MetadataReference reference = Make(SliceEdits.TwoResources, Internal).ToReference();

        IReadOnlyList<string> errors = new GeneratorHarness([]).WithReference(reference)
            .Compile("class Usage { object Value => new Lattice.Stripe.Widget(); }");

        Assert.Contains("CS0122", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Public)]
    [InlineData(Internal)]
    public void A_slice_can_have_the_namespace_of_an_internal_one_in_a_reference(string own)
    {
        MetadataReference reference = Make(SliceEdits.TwoResources, Internal).ToReference();
        GeneratorHarness harness = Make(SliceEdits.TwoResources, own).WithReference(reference);

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile("class Usage { object Value => new Lattice.Stripe.Gadget { Id = Lattice.Stripe.StripeApiVersion.Current }; }"));
    }

    /// <summary>The compiler would warn about each use of a type, because both are visible (CS0436).</summary>
    [Fact]
    public void An_internal_slice_in_the_namespace_of_a_public_one_in_a_reference_is_one_error()
    {
        MetadataReference reference = Make(SliceEdits.TwoResources, Public).ToReference();

        GeneratorRunResult result = Make(SliceEdits.TwoResources, Internal).WithReference(reference).Run();

        Assert.Equal("LAT0010", Assert.Single(result.Diagnostics).Id);
        Assert.Empty(result.GeneratedSources);
    }

    [Theory]
    [InlineData("a resource", "sealed partial class Gadget", "new Gadget { Id = \"a\" }")]
    [InlineData("a part", "partial class Part", "new Part { Size = 1 }")]
    [InlineData("parameters", "partial class WidgetCreateParams", "new WidgetCreateParams { Count = 1 }")]
    [InlineData("the API version", "static partial class StripeApiVersion", null)]
    [InlineData("the values of an enum", "abstract partial class WidgetCreateKind", null)]
    public void The_project_can_extend_an_emitted_type(string what, string declaration, string? value)
    {
        string type = declaration.Split(' ')[^1];
        foreach (string visibility in new[] { Public, Internal })
        {
            IReadOnlyList<string> errors = Make(SliceEdits.TwoResources, visibility).Compile($$"""
                namespace Lattice.Stripe
                {
                    {{declaration}}
                    {
                        internal static string Mine => "mine";
                    }

                    class Usage
                    {
                        object? Value => {{value ?? "null"}};
                        string Mine => {{type}}.Mine;
                    }
                }
                """);

            Assert.True(errors.Count == 0, $"{what}, {visibility}: {string.Join('\n', errors)}");
        }
    }

    [Theory]
    [InlineData("response-unions", "Source", "Card is null")]
    [InlineData("unions-in-parameters", "WidgetCreateUpTo", "Inf is null")]
    [InlineData("files", "WidgetCreateParams", "File is null")]
    public void The_members_of_the_project_see_those_of_the_emitted_type(string shape, string type, string expression) =>
        Assert.Empty(Make(ShapeFolders.ReadSlice(shape), Public).Compile($$"""
            namespace Lattice.Stripe;

            partial class {{type}}
            {
                internal bool IsMine => {{expression}};
            }
            """));

    [Fact]
    public void An_overload_of_the_project_makes_no_reference_unclear() =>
        Assert.Empty(Make(SliceEdits.TwoResources, Public).Compile("""
            namespace Lattice.Stripe;

            partial class Widget
            {
                internal static System.Threading.Tasks.Task<Widget> CreateAsync(IStripeClient client, long count) =>
                    CreateAsync(client, new WidgetCreateParams { Count = count });
            }
            """));

    private static GeneratorHarness Make(string slice, string visibility) =>
        new(slice, new Dictionary<string, string> { ["LatticeNamespace"] = "Lattice.Stripe", ["LatticeVisibility"] = visibility });

    private static IEnumerable<SyntaxKind> GetVisibilities(GeneratorHarness harness)
    {
        BaseTypeDeclarationSyntax[] types = [.. harness.Run().GetDeclarations()];
        Assert.NotEmpty(types);
        return types.Select(type => type.Modifiers[0].Kind()).Distinct();
    }
}
