using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Naming;

/// <summary>Names that the slice sets, and names that would collide with others or with names of the emitted code.</summary>
public class NameCollisionTests
{
    private const string Text = """{ "type": "string" }""";

    [Fact]
    public void The_x_lattice_name_of_a_component_names_its_class_and_not_the_properties_that_refer_to_it()
    {
        string slice = WidgetSlice.Make(
            fields: """ "card": { "$ref": "#/components/schemas/card" }, "other": { "$ref": "#/components/schemas/card" } """,
            components: """ "card": { "type": "object", "x-lattice-name": "PaymentCard", "deprecated": true, "properties": { "id": { "type": "string" } } } """);

        AssertCompiles(slice, "new Widget { Card = new PaymentCard { Id = \"1\" }, Other = new PaymentCard() }");
    }

    [Fact]
    public void The_x_lattice_name_next_to_an_anyOf_with_one_reference_names_the_property()
    {
        string slice = WidgetSlice.Make(
            fields: """ "card": { "anyOf": [ { "$ref": "#/components/schemas/card" } ], "x-lattice-name": "MainCard" } """,
            components: """ "card": { "type": "object", "properties": { "id": { "type": "string" } } } """);

        AssertCompiles(slice, "new Widget { MainCard = new Card() }");
    }

    [Theory]
    [InlineData(
        "an enum value named like its type",
        """ "type": { "type": "string", "enum": ["widget_type"] } """,
        "new Widget { Type = WidgetType.WidgetTypeValue }")]
    [InlineData(
        "a property named like the descriptor",
        """ "create_operation": { "type": "string" } """,
        "new Widget { CreateOperationValue = \"a\" }")]
    [InlineData(
        "a property named like the method",
        """ "create_async": { "type": "string" }, "try_create_async": { "type": "string" } """,
        "new Widget { CreateAsyncValue = \"a\", TryCreateAsyncValue = \"a\" }")]
    [InlineData(
        "properties named like the reader's variables",
        """ "json": { "type": "string" }, "json_field": { "type": "string" }, "fields": { "type": "string" }, "fields_field": { "type": "string" } """,
        "new Widget { Json = \"a\", JsonField = \"b\", Fields = \"c\", FieldsField = \"d\" }")]
    public void A_field_whose_name_is_in_use_gets_another(string what, string fields, string expression) =>
        AssertCompiles(WidgetSlice.Make(fields: fields), expression, what);

    [Fact]
    public void A_required_field_can_have_the_name_of_any_contextual_keyword()
    {
        string[] names =
        [
            "nameof", "var", "await", "async", "dynamic", "field", "value", "when", "and", "or", "not", "is", "from", "where", "select",
            "yield", "with", "partial", "required", "scoped", "record", "file", "global", "nint", "unmanaged", "init", "get", "set", "add",
            "remove", "let", "into", "on", "by",
        ];
        string properties = string.Join(",", names.Select(name => $"\"{name}\": {Text}"));
        string required = string.Join(",", names.Select(name => $"\"{name}\""));

        AssertCompiles(
            WidgetSlice.MakeWith(
                $$"""{ "type": "object", "properties": { {{properties}} } }""",
                $$"""{ "type": "object", "properties": { {{properties}} }, "required": [ {{required}} ] }"""),
            "new Widget { Nameof = \"a\" }");
    }

    [Theory]
    [InlineData("two strings", """{ "type": "string", "maxLength": 5 }, { "type": "string", "maxLength": 10 }""", "\"a\"")]
    [InlineData("two integers", """{ "type": "integer", "description": "cents" }, { "type": "integer", "description": "days" }""", "3")]
    [InlineData(
        "an integer and a number",
        """{ "type": "integer", "description": "a" }, { "type": "number", "description": "b" }, { "type": "integer", "description": "c" }""",
        "1.5m")]
    [InlineData(
        "a constant twice",
        """{ "type": "string", "enum": ["now"] }, { "type": "string", "enum": ["now", "later"] }, { "type": "integer" }""",
        "WidgetCreateX.Now")]
    [InlineData(
        "a constant named like a conversion",
        """{ "type": "string", "enum": ["from_int64", "from_widget_create_x_object"] }, { "type": "integer" }, { "type": "object", "properties": { "a": { "type": "string" } } }""",
        "WidgetCreateX.FromInt64")]
    [InlineData(
        "a constant named like its type",
        """{ "type": "string", "enum": ["widget_create_x"] }, { "type": "integer" }""",
        "WidgetCreateX.WidgetCreateXValue")]
    public void A_parameter_accepts_each_type_once(string what, string unionCases, string value) =>
        AssertCompiles(
            WidgetSlice.Make(parameters: $$""" "x": { "anyOf": [ {{unionCases}} ] } """),
            $"new WidgetCreateParams {{ X = {value} }}",
            what);

    [Fact]
    public void A_file_parameter_and_a_field_named_like_the_list_of_files_compile()
    {
        string slice = WidgetSlice.Make(
            parameters: """ "file": { "type": "string", "format": "binary" }, "get_files": { "type": "string" } """)
            .Replace("application/x-www-form-urlencoded", "multipart/form-data", StringComparison.Ordinal);

        AssertCompiles(slice, "new WidgetCreateParams { GetFilesValue = \"a\" }");
    }

    [Fact]
    public void Placeholders_with_the_same_name_get_different_names()
    {
        string slice = WidgetSlice.MakeWith(
            """{ "type": "object", "properties": {} }""",
            """{ "type": "object", "properties": {} }""",
            path: "/v1/customers/{id}/cards/{customer}/widgets");

        AssertCompiles(slice, "Widget.CreateForCustomerForCardAsync(null!, customer: \"cus_1\", cardCustomer: \"cus_2\")");
    }

    [Theory]
    [InlineData(
        "a resource named like a namespace",
        "Lattice.Stripe.Billing",
        """ "a": { "$ref": "#/components/schemas/billing" }, "b": { "$ref": "#/components/schemas/billing.meter" } """)]
    [InlineData(
        "a namespace named like a resource",
        "Lattice.Stripe.Billing",
        """ "b": { "$ref": "#/components/schemas/billing" }, "a": { "$ref": "#/components/schemas/billing.meter" } """)]
    [InlineData(
        "subschemas with the same name",
        "WidgetC.IssuingCard",
        """ "c": { "anyOf": [ { "$ref": "#/components/schemas/issuing.card" }, { "$ref": "#/components/schemas/issuing_card" } ] } """)]
    [InlineData(
        "a class named like a type of the runtime",
        "Lattice.Stripe.StripeClient",
        """ "d": { "$ref": "#/components/schemas/named" } """)]
    [InlineData(
        "a property that the slice names like the method",
        "Widget.CreateAsync",
        """ "e": { "type": "string", "x-lattice-name": "CreateAsync" } """)]
    [InlineData(
        "a property that the slice names like its class",
        "Widget.Widget",
        """ "f": { "type": "string", "x-lattice-name": "Widget" } """)]
    [InlineData(
        "a property that the slice names like an inherited method",
        "Widget.GetHashCode",
        """ "g": { "type": "string", "x-lattice-name": "GetHashCode" } """)]
    public void A_part_without_a_unique_name_is_left_out_and_reported(string what, string name, string fields)
    {
        string slice = WidgetSlice.Make(fields: fields, components: """
            "billing": { "type": "object", "properties": { "id": { "type": "string" } } },
            "billing.meter": { "type": "object", "properties": { "id": { "type": "string" } } },
            "issuing.card": { "type": "object", "properties": { "object": { "type": "string", "enum": ["issuing.card"] } } },
            "issuing_card": { "type": "object", "properties": { "object": { "type": "string", "enum": ["issuing_card"] } } },
            "named": { "type": "object", "x-lattice-name": "StripeClient", "properties": { "id": { "type": "string" } } }
            """);
        var harness = new GeneratorHarness(slice);

        Diagnostic diagnostic = Assert.Single(harness.Run().Diagnostics);

        Assert.True(diagnostic.Id == "LAT0006", $"{what}: {diagnostic}");
        Assert.Contains(name, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void No_class_has_the_name_of_a_runtime_type()
    {
        string[] names =
        [
            .. typeof(Lattice.Stripe.StripeClient).Assembly.GetExportedTypes()
                .Where(type => type.Namespace == "Lattice.Stripe" && !type.IsNested)
                .Select(type => type.Name.Split('`')[0]).Distinct(),
        ];
        string slice = WidgetSlice.Make(
            fields: string.Join(",", names.Select(name => $$""" "{{name}}": { "$ref": "#/components/schemas/{{name}}" } """)),
            components: string.Join(
                ",", names.Select(name => $$""" "{{name}}": { "type": "object", "properties": { "id": {{Text}} } } """)));

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.True(names.Length > 20);
        Assert.Empty(result.Diagnostics);
        Assert.All(names, name => Assert.NotEmpty(result.GetTypeText($"Lattice.Stripe.Stripe{name}")));
        Assert.All(names, name => Assert.False(result.HasType($"Lattice.Stripe.{name}")));
    }

    [Fact]
    public void A_method_with_the_name_of_the_Try_form_of_another_is_reported()
    {
        string slice = WidgetSlice.Make().Replace("\"paths\": {", """
            "paths": { "/v1/boxes/{box}/widgets": { "post": { "x-lattice-name": "TryCreate",
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } } },
            """, StringComparison.Ordinal);
        var harness = new GeneratorHarness(slice);

        Assert.Equal("LAT0006", Assert.Single(harness.Run().Diagnostics).Id);
        Assert.Empty(harness.Compile());
    }

    private static void AssertCompiles(string slice, string expression, string what = "")
    {
        var harness = new GeneratorHarness(slice);
        Assert.True(harness.Run().Diagnostics.IsEmpty, what + string.Join("\n", harness.Run().Diagnostics));
        Assert.Empty(harness.Compile($$"""
            using Lattice.Stripe;

            class Usage
            {
                object? Value => {{expression}};
            }
            """));
    }
}
