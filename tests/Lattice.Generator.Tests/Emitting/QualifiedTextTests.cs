using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>Texts of a slice that look like the full names that emitted code shortens keep their meaning.</summary>
public partial class QualifiedTextTests
{
    private const string Name = "global::System.DateTimeOffset";

    [Theory]
    [InlineData(Name)]
    [InlineData("See " + Name + ".")]
    [InlineData("See " + Name + ", global::Lattice.Stripe.Widget and global::System.Threading.Tasks.Task.")]
    [InlineData("`" + Name + "`")]
    [InlineData("<code>" + Name + "</code>")]
    [InlineData("[" + Name + "](https://example.com/)")]
    [InlineData("global&#58;:System.DateTimeOffset")]
    [InlineData("A:: b::c :::: global:::: global::")]
    public void A_description_keeps_its_text(string text)
    {
        string description = $"\"description\": {Quote(text)}";
        string choice = $$"""{ "type": "string", "enum": ["a"], {{description}}, "x-enumDescriptions": { "a": {{Quote(text)}} } }""";
        Compilation output = Compile(WidgetSlice.MakeWith(
            $$"""{ "type": "object", "properties": { "choice": {{choice}} } }""",
            $$"""{ "type": "object", {{description}}, "properties": { "choice": {{choice}} } }""",
            operation: description));
        string expected = text.Replace("`", "", StringComparison.Ordinal).Replace("<code>", "", StringComparison.Ordinal)
            .Replace("</code>", "", StringComparison.Ordinal).Replace("&#58;", ":", StringComparison.Ordinal)
            .Replace("](https://example.com/)", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal);

        string[] ids =
        [
            "T:Lattice.Stripe.Widget", "P:Lattice.Stripe.Widget.Choice", "T:Lattice.Stripe.WidgetChoice", "F:Lattice.Stripe.WidgetChoice.A",
            "P:Lattice.Stripe.WidgetCreateParams.Choice", "T:Lattice.Stripe.WidgetCreateChoice", "F:Lattice.Stripe.WidgetCreateChoice.A",
        ];
        Assert.All(ids, id => Assert.Equal(expected, GetSummary(DocumentationCommentId.GetFirstSymbolForDeclarationId(id, output)!)));
        INamedTypeSymbol widget = output.GetTypeByMetadataName("Lattice.Stripe.Widget")!;
        Assert.Equal(expected, GetSummary(Assert.Single(widget.GetMembers("CreateAsync"))));
    }

    [Theory]
    [InlineData(Name)]
    [InlineData("global::Lattice.Stripe.Widget")]
    [InlineData("\"" + Name)]
    [InlineData("a::b:c:::d")]
    public void A_value_keeps_its_text(string value)
    {
        string choice = $$"""{ "type": "string", "enum": [ {{Quote(value)}} ] }""";
        Compilation output = Compile(WidgetSlice.Make(parameters: $"\"choice\": {choice}", fields: $"\"choice\": {choice}"));

        foreach (string type in new[] { "WidgetChoice", "WidgetCreateChoice" })
        {
            ISymbol member = Assert.Single(output.GetTypeByMetadataName($"Lattice.Stripe.{type}")!.GetMembers().OfType<IFieldSymbol>());
            Assert.Equal(value, ((IFieldSymbol)member).ConstantValue);
        }
    }

    [Fact]
    public async Task The_names_and_values_of_parameters_are_sent_as_they_are()
    {
        string slice = WidgetSlice.Make(parameters: $$"""
            "{{Name}}": { "type": "string", "x-lattice-name": "Named" },
            "choice": { "anyOf": [ { "type": "string", "enum": [ "{{Name}}" ] }, { "type": "integer" } ] }
            """);

        string body = await RequestCapture.GetBodyAsync(
            slice, "Widget", "new WidgetCreateParams { Named = \"a\", Choice = WidgetCreateChoice.GlobalSystemDateTimeOffset }");

        Assert.Equal($"choice={Name}&{Name}=a", Uri.UnescapeDataString(body));
    }

    [Fact]
    public void A_field_with_such_a_name_is_read()
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(fields: $$""" "{{Name}}": { "type": "string", "x-lattice-name": "Named" } """));
        harness.EditConsumer($$"""
            public static class Consumer
            {
                public static string? Read() => Lattice.Stripe.StripeJson.Deserialize<Lattice.Stripe.Widget>("{\"{{Name}}\":\"a\"}").Named;
            }
            """);
        Assert.Empty(harness.Run().Diagnostics);

        Assert.Equal("a", harness.Load().GetType("Consumer")!.GetMethod("Read")!.Invoke(null, null));
    }

    [Fact]
    public void The_reason_of_a_deprecation_keeps_its_text()
    {
        Compilation output = Compile(WidgetSlice.Make(
            fields: $$""" "old": { "type": "string", "deprecated": true, "x-lattice-replaced-by": "{{Name}}" } """));

        ISymbol old = Assert.Single(output.GetTypeByMetadataName("Lattice.Stripe.Widget")!.GetMembers("Old"));
        AttributeData obsolete = Assert.Single(old.GetAttributes(), attribute => attribute.AttributeClass!.Name == "ObsoleteAttribute");

        Assert.Contains(Name, (string)obsolete.ConstructorArguments[0].Value!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_and_the_version_keep_their_text()
    {
        string slice = WidgetSlice.Make().Replace("2026-09-30.endive", Name, StringComparison.Ordinal)
            .Replace("Stripe API", Name, StringComparison.Ordinal);
        Compilation output = Compile(slice);

        ISymbol version = Assert.Single(output.GetTypeByMetadataName("Lattice.Stripe.StripeApiVersion")!.GetMembers("Current"));
        var declaration = (PropertyDeclarationSyntax)version.DeclaringSyntaxReferences.Single().GetSyntax();
        Assert.Equal(Name, ((LiteralExpressionSyntax)declaration.ExpressionBody!.Expression).Token.ValueText);
        Assert.All(new GeneratorHarness(slice).Run().GeneratedSources, source => Assert.StartsWith(
            $"// <auto-generated>{Name} {Name}, ", source.SourceText.ToString(), StringComparison.Ordinal));
    }

    private static Compilation Compile(string slice)
    {
        var harness = new GeneratorHarness(slice);
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile());
        return harness.GetOutput();
    }

    private static string GetSummary(ISymbol symbol) => WhiteSpace().Replace(
        XElement.Parse(symbol.GetDocumentationCommentXml()!).Element("summary")!.Value.Trim(), " ");

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    // Long lines are wrapped.
    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
