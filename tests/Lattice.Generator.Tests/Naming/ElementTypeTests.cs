using Lattice.Generator.Tests.Support;
using Lattice.Spec.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Generator.Tests.Naming;

/// <summary>The type of an element of a list is the name of the list in the singular.</summary>
public class ElementTypeTests
{
    private const string Part = """{ "type": "object", "properties": { "a": { "type": "string" } } }""";
    private const string Kind = """{ "type": "string", "enum": ["a"] }""";

    [Theory]
    [InlineData("items", Part, "Item")]
    [InlineData("items", Kind, "Item")]
    [InlineData("line_items", Part, "LineItem")]
    [InlineData("taxes", Part, "Tax")]
    [InlineData("addresses", Part, "Address")]
    [InlineData("capabilities", Kind, "Capability")]
    [InlineData("custom_IDs", Kind, "CustomID")]
    [InlineData("business", Part, "Business")]
    [InlineData("data", Part, "Data")]
    public void An_element_of_a_list_has_a_type_in_the_singular(string list, string element, string name)
    {
        string schema = $$""" "{{list}}": { "type": "array", "items": {{element}} } """;
        var harness = new GeneratorHarness(WidgetSlice.Make(parameters: schema, fields: schema));

        GeneratorRunResult result = harness.Run();

        Assert.Empty(result.Diagnostics);
        Assert.True(result.HasType($"Lattice.Stripe.WidgetCreate{name}"));
        Assert.True(result.HasType($"Lattice.Stripe.Widget{name}"));
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void An_object_that_is_no_element_keeps_its_name()
    {
        GeneratorRunResult result = new GeneratorHarness(WidgetSlice.Make(parameters: $$""" "items": {{Part}}, "kinds": {{Kind}} """)).Run();

        Assert.True(result.HasType("Lattice.Stripe.WidgetCreateItems"));
        Assert.True(result.HasType("Lattice.Stripe.WidgetCreateKinds"));
    }

    [Theory]
    [InlineData(Part)]
    [InlineData(Kind)]
    public void A_sibling_with_the_name_of_an_element_is_reported_and_another_name_solves_it(string element)
    {
        string Make(string more) => WidgetSlice.Make(
            parameters: $$""" "item": {{element}}, "items": { "type": "array", {{more}}"items": {{element}} } """);
        var harness = new GeneratorHarness(Make(""));

        Diagnostic diagnostic = Assert.Single(harness.Run().Diagnostics);
        Assert.Equal("LAT0006", diagnostic.Id);
        Assert.Contains("Lattice.Stripe.WidgetCreateItem", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());

        harness.EditSlice(Make("\"x-lattice-name\": \"OtherItems\", "));
        Assert.Empty(harness.Run().Diagnostics);
        Assert.True(harness.Run().HasType("Lattice.Stripe.WidgetCreateOtherItem"));
        Assert.True(harness.Run().HasType("Lattice.Stripe.WidgetCreateItem"));
        Assert.Empty(harness.Compile());
    }

    [Specs.Fact]
    public void All_elements_of_the_full_specification_have_unique_types_in_the_singular() => AssertElements(SpecOutput.Full.Result);

    [Specs.Fact]
    public void All_elements_of_the_current_API_version_have_unique_types_in_the_singular() => AssertElements(SpecOutput.Today.Result);

    private static void AssertElements(GeneratorRunResult result)
    {
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "LAT0006");
        string[] types = [.. result.GetTypes().Keys];
        Assert.Equal(types.Length, types.Distinct(StringComparer.OrdinalIgnoreCase).Count());

        int count = 0;
        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            // An element without a schema of its own has its type in the file of the list.
            SyntaxNode[] nodes = [.. source.SyntaxTree.GetRoot().DescendantNodes()];
            HashSet<string> own = [.. nodes.OfType<BaseTypeDeclarationSyntax>().Skip(1).Select(type => type.Identifier.ValueText)];
            foreach (GenericNameSyntax list in nodes.OfType<GenericNameSyntax>().Where(IsOfProperty))
            {
                string name = list.FirstAncestorOrSelf<PropertyDeclarationSyntax>()!.Identifier.ValueText;
                foreach (string element in list.DescendantNodes().OfType<IdentifierNameSyntax>().Select(node => node.Identifier.ValueText)
                    .Where(own.Contains))
                {
                    count++;
                    Assert.EndsWith(Identifiers.Singular(name), element, StringComparison.Ordinal);
                }
            }
        }

        Assert.True(count > 100, $"{count} elements");
    }

    private static bool IsOfProperty(GenericNameSyntax list) =>
        list.Identifier.ValueText == "IReadOnlyList" && list.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not null;
}
