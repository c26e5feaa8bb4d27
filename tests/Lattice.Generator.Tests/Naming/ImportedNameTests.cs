using System.Text.RegularExpressions;
using Lattice.Generator.Tests.Support;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Tests.Naming;

/// <summary>Parts of a slice whose names are those of the types that emitted code calls by their simple names.</summary>
public partial class ImportedNameTests
{
    private const string Text = """{ "type": "string" }""";

    private static readonly string[] s_names =
    [
        "CancellationToken", "DateTimeOffset", "EditorBrowsable", "EditorBrowsableState", "ExcludeFromCodeCoverage", "GeneratedCode",
        "HttpMethod", "IReadOnlyDictionary", "IReadOnlyList", "JsonConverter", "JsonElement", "JsonNode", "JsonPropertyName",
        "KeyValuePair", "Obsolete", "ReadOnlyDictionary", "Task", "Uri",
        .. ReservedNames.OfRuntime, .. ReservedNames.OfFormSerialization, .. ReservedNames.OfJsonSerialization,
        .. ReservedNames.OfMultipartSerialization,
    ];

    public static TheoryData<string> Names => [.. s_names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_component_and_properties_can_have_the_name_of_an_imported_type(string name)
    {
        string snake = Snake(name);
        string[] types =
        [
            Text, """{ "type": "integer", "format": "unix-time" }""", """{ "type": "string", "enum": ["a", "b"] }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""", """{ "type": "array", "items": { "type": "integer" } }""",
        ];
        foreach (string type in types)
        {
            AssertCompiles(WidgetSlice.MakeWith(
                $$"""{ "type": "object", "properties": { "{{snake}}": {{type}}, "part": { "type": "object", "properties": { "{{snake}}": {{type}} } } } }""",
                $$"""
                { "type": "object", "x-resourceId": "widget", "required": [ "{{snake}}" ], "properties": {
                    "{{snake}}": {{type}}, "part": { "$ref": "#/components/schemas/{{snake}}" } } }
                """,
                $$""" "{{snake}}": { "type": "object", "properties": { "{{snake}}": {{type}} } } """));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resource_and_its_operation_can_have_the_name_of_an_imported_type(string name)
    {
        string snake = Snake(name);

        AssertCompiles(WidgetSlice.MakeWith(
            $$"""{ "type": "object", "required": [ "{{snake}}" ], "properties": { "{{snake}}": {{Text}} } }""",
            $$"""{ "type": "object", "x-resourceId": "{{snake}}", "properties": { "{{snake}}": {{Text}} } }""",
            path: $"/v1/boxes/{{{snake}}}/{snake}s",
            operation: $$""" "x-lattice-operation": "create", "parameters": [ { "in": "path", "name": "{{snake}}", "required": true, "schema": {{Text}} } ]"""));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_cases_can_have_the_name_of_an_imported_type(string name)
    {
        string snake = Snake(name);
        string values = $$"""{ "type": "string", "enum": [ "{{snake}}", "a" ] }""";
        string union = $$"""{ "anyOf": [ {{values}}, { "type": "integer" }, { "type": "integer", "format": "unix-time" }, { "type": "string", "enum": [""] } ] }""";

        AssertCompiles(WidgetSlice.Make(
            parameters: $$""" "a": {{values}}, "b": {{union}} """,
            fields: $$""" "a": {{values}}, "b": { "anyOf": [ { "$ref": "#/components/schemas/{{snake}}" }, { "$ref": "#/components/schemas/other" } ] } """,
            components: $$""" "{{snake}}": {{Named(snake)}}, "other": {{Named("other")}} """));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_namespace_can_have_the_name_of_an_imported_type(string name)
    {
        string snake = Snake(name);
        string fields = $$"""
            "text": {{Text}}, "time": { "type": "integer", "format": "unix-time" }, "kind": { "type": "string", "enum": ["a"] },
            "list": { "type": "array", "items": {{Text}} }, "map": { "type": "object", "additionalProperties": {{Text}} },
            "json": { "type": "object" }, "client_secret": {{Text}}
            """;
        string owner = $$""" "owner": { "anyOf": [ {{Text}}, { "$ref": "#/components/schemas/{{snake}}.part" } ] } """;

        AssertCompiles(WidgetSlice.Make(
            fields,
            $"{fields}, {owner}",
            $$""" "{{snake}}.part": { "type": "object", "x-resourceId": "{{snake}}.part", "properties": { {{fields}} } } """), "Shop.StripeApi");
    }

    /// <summary>Its name is that of the class with the version of the API.</summary>
    [Fact]
    public void A_component_with_the_name_of_the_class_of_the_version_is_reported()
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(
            fields: """ "part": { "$ref": "#/components/schemas/stripe_api_version" } """,
            components: $$""" "stripe_api_version": { "type": "object", "properties": { "a": {{Text}} } } """));

        Assert.Equal("LAT0006", Assert.Single(harness.Run().Diagnostics).Id);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public async Task Parameters_with_the_names_of_imported_types_are_written()
    {
        string slice = WidgetSlice.Make(parameters: $$"""
            "date_time_offset": { "type": "integer", "format": "unix-time" },
            "form_params": { "type": "object", "properties": { "form_writer": {{Text}} } },
            "cancellation_token": { "type": "string", "enum": [ "clearable" ] },
            "stripe_api_version": {{Text}}, "stripe_body_kind": {{Text}}, "http_method": {{Text}}
            """);

        string body = await RequestCapture.GetBodyAsync(slice, "Widget", """
            new WidgetCreateParams
            {
                DateTimeOffset = System.DateTimeOffset.FromUnixTimeSeconds(5),
                FormParams = new() { FormWriter = "a" },
                CancellationToken = WidgetCreateCancellationToken.Clearable,
                StripeApiVersionValue = "b", StripeBodyKindValue = "c", HttpMethod = "d",
            }
            """);

        Assert.Equal(
            "cancellation_token=clearable&date_time_offset=5&form_params[form_writer]=a&http_method=d&stripe_api_version=b&stripe_body_kind=c",
            body);
    }

    [Fact]
    public void Responses_with_the_names_of_imported_types_are_read()
    {
        string slice = WidgetSlice.Make(
            fields: $$"""
                "date_time_offset": { "$ref": "#/components/schemas/date_time_offset" },
                "cancellation_token": { "type": "array", "items": { "$ref": "#/components/schemas/cancellation_token" } },
                "form_params": { "$ref": "#/components/schemas/form_params" },
                "stripe_api_version": {{Text}}, "stripe_body_kind": {{Text}}, "stripe_json_reader": {{Text}}, "http_method": {{Text}}
                """,
            components: $$"""
                "date_time_offset": { "type": "object", "properties": { "date_time_offset": { "type": "integer", "format": "unix-time" } } },
                "cancellation_token": { "type": "object", "properties": { "cancellation_token": {{Text}} } },
                "form_params": { "type": "object", "properties": { "json_element": { "type": "object" } } }
                """);
        const string Json = """
            { "date_time_offset": { "date_time_offset": 5 }, "cancellation_token": [ { "cancellation_token": "a" } ],
              "form_params": { "json_element": { "b": 1 } },
              "stripe_api_version": "c", "stripe_body_kind": "d", "stripe_json_reader": "e", "http_method": "f" }
            """;
        var harness = new GeneratorHarness(slice);
        harness.EditConsumer($$""""
            using Lattice.Stripe;

            public static class Consumer
            {
                public static string Read()
                {
                    Widget widget = StripeJson.Deserialize<Widget>("""
            {{Json}}
            """);
                    return string.Join(
                        ",",
                        widget.DateTimeOffset?.DateTimeOffset?.ToUnixTimeSeconds(),
                        widget.CancellationToken?[0].CancellationToken,
                        widget.FormParams?.JsonElement,
                        widget.StripeApiVersionValue,
                        widget.StripeBodyKindValue,
                        widget.StripeJsonReaderValue,
                        widget.HttpMethod);
                }
            }
            """");
        Assert.Empty(harness.Run().Diagnostics);

        object? read = harness.Load().GetType("Consumer")!.GetMethod("Read")!.Invoke(null, null);

        Assert.Equal("5,a,{ \"b\": 1 },c,d,e,f", read);
    }

    private static string Named(string component) =>
        $$"""{ "type": "object", "properties": { "object": { "type": "string", "enum": [ "{{component}}" ] } } }""";

    private static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    private static void AssertCompiles(string slice, string? rootNamespace = null)
    {
        var harness = new GeneratorHarness(slice, rootNamespace);
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Equal("", string.Join('\n', harness.Compile()));
    }

    [GeneratedRegex("(?<!^)(?=[A-Z])")]
    private static partial Regex WordStart();
}
