using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>A call of a deprecated operation causes a warning; its definition does not.</summary>
public class DeprecatedOperationTests
{
    private const string Object = """{ "type": "object", "properties": { "id": { "type": "string" } } }""";
    private const string NoBody = """{ "type": "object" }""";

    [Theory]
    [InlineData("\"deprecated\": true", "Deprecated by Stripe.")]
    [InlineData(
        "\"deprecated\": true, \"x-lattice-replaced-by\": \"Gadget.CreateAsync\"",
        "Deprecated by Stripe. Use Gadget.CreateAsync instead.")]
    public void Each_method_warns_and_names_the_replacement(string operation, string reason)
    {
        GeneratorHarness harness = Run(WidgetSlice.MakeWith(Object, Object, operation: operation));

        IReadOnlyList<string> warnings = harness.Compile("""
            using System.Threading.Tasks;
            using Lattice.Stripe;

            class Usage
            {
                Task Create(IStripeClient client) => Widget.CreateAsync(client);
                Task TryCreate(IStripeClient client) => Widget.TryCreateAsync(client);
            }
            """);

        Assert.Equal(2, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains("CS0618", warning, StringComparison.Ordinal));
        Assert.All(warnings, warning => Assert.EndsWith($"is obsolete: '{reason}'", warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a resource", Object)]
    [InlineData(
        "a resource of several types",
        """{ "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] }""")]
    public void The_class_its_descriptor_and_its_parameters_cause_no_warning(string what, string widget)
    {
        const string Components = """
            "aa": { "type": "object", "properties": { "object": { "type": "string", "enum": ["aa"] } } },
            "bb": { "type": "object", "properties": { "object": { "type": "string", "enum": ["bb"] } } }
            """;
        GeneratorHarness harness = Run(WidgetSlice.MakeWith(Object, widget, Components, operation: "\"deprecated\": true"));

        IReadOnlyList<string> warnings = harness.Compile("""
            using Lattice.Stripe;

            class Usage
            {
                object Resource => new Widget();
                object Descriptor => Widget.CreateOperation;
                object Parameters => new WidgetCreateParams { Id = "a" };
            }
            """);

        Assert.True(warnings.Count == 0, $"{what}: {string.Join("\n", warnings)}");
    }

    [Fact]
    public void A_create_operation_with_an_empty_response_warns_too()
    {
        string slice = WidgetSlice.MakeWith(NoBody, NoBody, operation: "\"deprecated\": true")
            .Replace("""{ "$ref": "#/components/schemas/widget" }""", NoBody, StringComparison.Ordinal);

        IReadOnlyList<string> warnings = Run(slice).Compile("""
            class Usage
            {
                object Create(Lattice.Stripe.IStripeClient client) => Lattice.Stripe.Widgets.CreateAsync(client);
            }
            """);

        Assert.Contains("CS0618", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"deprecated\": false")]
    public void An_operation_that_is_not_deprecated_causes_no_warning(string operation) => Assert.Empty(
        Run(WidgetSlice.MakeWith(Object, Object, operation: operation)).Compile("""
            class Usage
            {
                object Create(Lattice.Stripe.IStripeClient client) => Lattice.Stripe.Widget.CreateAsync(client);
            }
            """));

    [Fact]
    public void A_replacement_for_an_operation_that_is_not_deprecated_causes_no_warning()
    {
        string slice = WidgetSlice.MakeWith(Object, Object, operation: "\"x-lattice-replaced-by\": \"Gadget.CreateAsync\"");

        Assert.Empty(new GeneratorHarness(slice).Compile("""
            class Usage
            {
                object Create(Lattice.Stripe.IStripeClient client) => Lattice.Stripe.Widget.CreateAsync(client);
            }
            """));
    }

    [Fact]
    public void Only_the_deprecated_one_of_several_operations_warns()
    {
        string slice = WidgetSlice.MakeWith(Object, Object).Replace("\"paths\": {", """
            "paths": { "/v1/boxes/{box}/widgets": { "post": { "deprecated": true,
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } } },
            """, StringComparison.Ordinal);

        IReadOnlyList<string> warnings = Run(slice).Compile("""
            using Lattice.Stripe;

            class Usage
            {
                object Create(IStripeClient client) => Widget.CreateAsync(client);
                object CreateForBox(IStripeClient client) => Widget.CreateForBoxAsync(client, "box_1");
            }
            """);

        Assert.Contains("CreateForBoxAsync", Assert.Single(warnings), StringComparison.Ordinal);
    }

    private static GeneratorHarness Run(string slice)
    {
        var harness = new GeneratorHarness(slice);
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile());
        return harness;
    }
}
