using System.Reflection;
using System.Text.RegularExpressions;
using Lattice.Generator.Tests.Support;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Serialization.Multipart;

namespace Lattice.Generator.Tests.Naming;

/// <summary>Parts of a slice whose names are those of the members of every class, enum or union.</summary>
public partial class MemberNameTests
{
    private const string Text = """{ "type": "string" }""";
    private const string Create = "\"x-lattice-operation\": \"create\"";

    private static readonly Type[] s_baseTypes =
    [
        typeof(object), typeof(StripeObject), typeof(StripeResource), typeof(FormParams), typeof(MultipartParams), typeof(JsonParams),
        typeof(FormUnion), typeof(StripeUnion),
    ];

    // Members that the emitted code adds. Read implements an interface explicitly, so its name is free.
    private static readonly string[] s_emitted =
    [
        "Read", "ReadUnknown", "Cleared",
    ];

    private static readonly string[] s_names =
    [
        .. s_baseTypes
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .OfType<MethodInfo>()
            .Where(method => !method.IsSpecialName && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly))
            .Select(method => method.Name)
            .Concat(s_emitted)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. s_names];

    /// <summary>The names that combine those of a component and its property.</summary>
    public static TheoryData<string> NamesOfTwoParts => [.. s_names.Where(name => Snake(name).Contains('_'))];

    [Fact]
    public void The_reserved_names_are_those_of_the_members_of_classes() => Assert.Superset(
        new HashSet<string>
        {
            "Equals", "Finalize", "GetCase", "GetExtraFields", "GetFiles", "GetResponse", "GetType", "MemberwiseClone", "ToString", "Write",
        },
        s_names.ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resource_can_have_the_name_of_a_member(string name)
    {
        string widget = $$"""{ "type": "object", "x-resourceId": "{{Snake(name)}}", "properties": { "{{Snake(name)}}": {{Text}} } }""";

        AssertCompiles(WidgetSlice.MakeWith(
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["b"] } } }""", widget, operation: Create));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resource_of_several_types_can_have_the_name_of_a_member(string name)
    {
        string widget = $$"""{ "x-resourceId": "{{Snake(name)}}", "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] }""";

        AssertCompiles(WidgetSlice.MakeWith(
            """{ "type": "object", "properties": {} }""", widget, components: $"{Named("aa")}, {Named("bb")}", operation: Create));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_component_and_its_property_can_have_the_name_of_a_member(string name)
    {
        string snake = Snake(name);
        string choice = $$"""{ "anyOf": [ { "$ref": "#/components/schemas/{{snake}}" }, { "$ref": "#/components/schemas/bb" } ] }""";

        AssertCompiles(WidgetSlice.Make(
            fields: $$""" "{{snake}}": { "$ref": "#/components/schemas/{{snake}}" }, "choice": {{choice}} """,
            components: $"{Named(snake)}, {Named("bb")}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_container_class_can_have_the_name_of_a_member(string name) => AssertCompiles(WidgetSlice.MakeWith(
        """{ "type": "object", "properties": {} }""", """{ "type": "object" }""", path: $"/v1/{Snake(name)}", operation: Create)
        .Replace("""{ "$ref": "#/components/schemas/widget" }""", """{ "type": "object", "properties": {} }""", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(NamesOfTwoParts))]
    public void The_type_of_a_property_can_have_the_name_of_a_member(string name)
    {
        string[] parts = Snake(name).Split('_', 2);
        (string component, string property) = (parts[0], parts[1]);
        string[] types =
        [
            """{ "type": "string", "enum": ["a", "b"] }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] }""",
        ];
        foreach (string type in types)
        {
            AssertCompiles(WidgetSlice.Make(
                fields: $$""" "part": { "$ref": "#/components/schemas/{{component}}" } """,
                components: $$""" "{{component}}": { "type": "object", "properties": { "{{property}}": {{type}} } }, {{Named("aa")}}, {{Named("bb")}} """));
        }
    }

    [Theory]
    [InlineData("request", "options")]
    [InlineData("stripe", "list")]
    public void The_type_of_a_property_can_have_the_name_of_a_runtime_type(string component, string property) =>
        AssertCompiles(WidgetSlice.Make(
            fields: $$""" "part": { "$ref": "#/components/schemas/{{component}}" } """,
            components: $$""" "{{component}}": { "type": "object", "properties": { "{{property}}": { "type": "string", "enum": ["a"] } } } """));

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    public void Properties_can_have_the_names_of_members(string mediaType)
    {
        string texts = string.Join(",", s_names.Select(name => $"\"{Snake(name)}\": {Text}"));
        string required = string.Join(",", s_names.Select(name => $"\"{Snake(name)}\""));
        string file = mediaType == "multipart/form-data" ? ", \"file\": { \"type\": \"string\", \"format\": \"binary\" }" : "";
        string nested = $$""" "part": { "type": "object", "properties": { {{texts}} } } """;

        AssertCompiles(
            WidgetSlice.MakeWith(
                $$"""{ "type": "object", "properties": { {{texts}}, {{nested}}{{file}} } }""",
                $$"""{ "type": "object", "properties": { {{texts}}, {{nested}} }, "required": [ {{required}} ] }""")
                .Replace("application/x-www-form-urlencoded", mediaType, StringComparison.Ordinal),
            "new Lattice.Stripe.WidgetCreateParams { Read = \"a\", GetTypeValue = \"b\", WriteValue = \"c\" }");
    }

    [Fact]
    public void Enum_values_can_have_the_names_of_members()
    {
        string values = string.Join(",", s_names.Select(name => $"\"{Snake(name)}\""));
        string known = $$"""{ "type": "string", "enum": [ {{values}} ] }""";

        AssertCompiles(
            WidgetSlice.Make(
                parameters: $$""" "a": {{known}}, "b": { "anyOf": [ {{known}}, { "type": "integer" }, { "type": "string", "enum": [""] } ] } """,
                fields: $"\"a\": {known}"),
            "new Lattice.Stripe.WidgetCreateParams { A = Lattice.Stripe.WidgetCreateA.ToStringValue, B = Lattice.Stripe.WidgetCreateB.ClearedValue }");
    }

    [Theory]
    [InlineData("GetCase")]
    [InlineData("Equals")]
    [InlineData("GetType")]
    public void A_class_to_which_the_slice_gives_the_name_of_a_member_is_reported(string name)
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(
            fields: """ "part": { "$ref": "#/components/schemas/part" } """,
            components: $$""" "part": { "type": "object", "x-lattice-name": "{{name}}", "properties": { "a": {{Text}} } } """));

        var diagnostic = Assert.Single(harness.Run().Diagnostics);

        Assert.Equal("LAT0006", diagnostic.Id);
        Assert.Contains($"Lattice.Stripe.{name}", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    private static string Named(string component) =>
        $$""" "{{component}}": { "type": "object", "properties": { "object": { "type": "string", "enum": ["{{component}}"] } } } """;

    private static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    private static void AssertCompiles(string slice, string expression = "0")
    {
        var harness = new GeneratorHarness(slice);
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile($"class Usage {{ object? Value => {expression}; }}"));
    }

    [GeneratedRegex("(?<!^)(?=[A-Z])")]
    private static partial Regex WordStart();
}
