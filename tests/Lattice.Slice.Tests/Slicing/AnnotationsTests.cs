using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Slicing;

/// <summary>Annotations in slice.json.</summary>
public class AnnotationsTests
{
    private const string Body = "/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema";

    private static readonly SliceConfiguration s_widgets = Slices.Of(SmallSpec.Widgets);

    [Fact]
    public void A_description_overrides_the_specification()
    {
        SliceResult result = Slices.Create(
            s_widgets with { Descriptions = Slices.Locations(("/components/schemas/widget/properties/id", "Ours.")) });

        Assert.Equal("Ours.", (string?)result.Property("widget", "id")!["description"]);
        Assert.Equal("Creates a widget.", (string?)result.At("/paths/~1v1~1widgets/post/description"));
    }

    [Fact]
    public void A_description_turns_a_reference_into_an_anyOf()
    {
        SliceResult result = Slices.Create(
            s_widgets with { Descriptions = Slices.Locations(("/components/schemas/widget/properties/part", "Its part.")) });

        Assert.Equal(
            """{"description":"Its part.","anyOf":[{"$ref":"#/components/schemas/part"}]}""",
            result.Property("widget", "part")!.ToJsonString());
    }

    [Fact]
    public void Enum_values_are_described_in_their_order()
    {
        SliceResult result = Slices.Create(s_widgets with
        {
            Descriptions = Slices.Locations(
                (Body + "/properties/size/x-enumDescriptions/large", "Much."),
                (Body + "/properties/size/x-enumDescriptions/small", "Little.")),
        });

        Assert.Equal("""{"small":"Little.","large":"Much."}""", result.At(Body + "/properties/size/x-enumDescriptions")!.ToJsonString());
        Assert.Empty(result.UnmatchedAnnotations);
    }

    [Fact]
    public void An_unknown_enum_value_is_an_error_with_suggestions()
    {
        SliceResult result = Slices.Create(
            s_widgets with { Descriptions = Slices.Locations((Body + "/properties/size/x-enumDescriptions/larg", "Much.")) });

        Assert.Equal("has no value \"larg\". Did you mean \"large\", \"small\"?", Assert.Single(result.UnmatchedAnnotations).Reason);
    }

    [Fact]
    public void An_operation_can_have_a_summary()
    {
        SliceResult result = Slices.Create(
            s_widgets with { Descriptions = Slices.Locations(("/paths/~1v1~1widgets/post/summary", "Create a widget")) });

        Assert.Equal("Create a widget", (string?)result.At("/paths/~1v1~1widgets/post/summary"));
    }

    [Fact]
    public void A_deprecated_property_names_its_successor()
    {
        SliceResult result = Slices.Create(s_widgets with
        {
            Deprecated = Slices.Locations((Body + "/properties/title", (string?)"name"), (Body + "/properties/size", null)),
        });

        Assert.Equal(
            """{"type":"string","deprecated":true,"x-lattice-replaced-by":"name"}""",
            result.At(Body + "/properties/title")!.ToJsonString());
        Assert.True((bool)result.At(Body + "/properties/size/deprecated")!);
        Assert.Null(result.At(Body + "/properties/size/x-lattice-replaced-by"));
    }

    [Fact]
    public void A_missing_successor_is_an_error_with_a_suggestion()
    {
        SliceResult result = Slices.Create(s_widgets with { Deprecated = Slices.Locations((Body + "/properties/title", (string?)"nam")) });

        Assert.Contains(
            $"has no sibling \"nam\". Did you mean \"{Body}/properties/name\"?", Assert.Single(result.UnmatchedAnnotations).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_schemas_and_operations_can_have_names()
    {
        SliceResult result = Slices.Create(s_widgets with
        {
            Names = Slices.Locations(
                ("/components/schemas/widget/properties/id", "Key"),
                ("/components/schemas/part", "Piece"),
                ("/paths/~1v1~1widgets/post", "Make")),
        });

        Assert.Equal("Key", (string?)result.Property("widget", "id")!["x-lattice-name"]);
        Assert.Equal("Piece", (string?)result.At("/components/schemas/part/x-lattice-name"));
        Assert.Equal("Make", (string?)result.At("/paths/~1v1~1widgets/post/x-lattice-name"));
    }

    [Fact]
    public void A_name_must_be_a_csharp_name() =>
        Assert.Contains(
            "Pascal case",
            Assert.Single(Slices.Create(s_widgets with { Names = Slices.Locations(("/components/schemas/part", "my-part")) })
                .UnmatchedAnnotations).Reason,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("/components/schemas/widget/properties/ide", "/components/schemas/widget/properties/id")]
    [InlineData("/components/schemas/widgets/properties/id", "/components/schemas/widget/properties/id")]
    [InlineData("/paths/~1v1~1widget/post", "/paths/~1v1~1widgets/post")]
    [InlineData("/component/schemas/widget", "/components/schemas/widget")]
    public void A_missing_location_is_an_error_with_a_suggestion(string location, string nearest)
    {
        UnmatchedAnnotation[] unmatched =
        [
            Assert.Single(Slices.Create(s_widgets with { Descriptions = Slices.Locations((location, "Ours.")) }).UnmatchedAnnotations),
            Assert.Single(Slices.Create(s_widgets with { Names = Slices.Locations((location, "Ours")) }).UnmatchedAnnotations),
            Assert.Single(Slices.Create(s_widgets with { Sensitive = Slices.Locations((location, true)) }).UnmatchedAnnotations),
            Assert.Single(Slices.Create(s_widgets with { Deprecated = Slices.Locations((location, (string?)null)) }).UnmatchedAnnotations),
        ];

        Assert.All(
            unmatched, item => Assert.Equal((location, $"is not in the slice. Did you mean \"{nearest}\"?"), (item.Pointer, item.Reason)));
    }

    [Theory]
    [InlineData("/paths")]
    [InlineData("/components/schemas")]
    [InlineData("/components/schemas/widget/properties")]
    [InlineData(Body + "/properties")]
    [InlineData("/paths/~1v1~1widgets/post/responses")]
    public void A_map_cannot_be_described(string location)
    {
        SliceResult result = Slices.Create(s_widgets with { Descriptions = Slices.Locations((location, "Ours.")) });

        Assert.Equal("is a map; specify one of its entries.", Assert.Single(result.UnmatchedAnnotations).Reason);
        Assert.Null(result.At(location + "/description"));
    }

    [Fact]
    public void A_property_with_the_name_of_a_map_can_be_described()
    {
        string spec = SmallSpec.Json.Replace(
            "\"title\": { \"type\": \"string\" }", "\"content\": { \"type\": \"string\" }", StringComparison.Ordinal);

        SliceResult result = Slices.Create(
            s_widgets with { Descriptions = Slices.Locations((Body + "/properties/content", "What is in it.")) }, spec);

        Assert.Equal("What is in it.", (string?)result.At(Body + "/properties/content/description"));
    }

    [Fact]
    public void A_field_that_is_not_expandable_cannot_be_included()
    {
        UnmatchedAnnotation unmatched = Assert.Single(
            Slices.Create(s_widgets with { Expand = ["/components/schemas/widget/properties/owners"] }).UnmatchedAnnotations);

        Assert.StartsWith(
            "is not an expandable field of the slice. Did you mean \"/components/schemas/widget/properties/owner\"", unmatched.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        SliceResult result = Slices.Create(s_widgets with { Descriptions = Slices.Locations(("/a", "x"), ("/b", "x")) });

        IReadOnlyList<string> details = Assert.Throws<CommandFailedException>(result.EnsureComplete).Details;
        Assert.Collection(
            details,
            detail => Assert.StartsWith("descriptions: /a ", detail, StringComparison.Ordinal),
            detail => Assert.StartsWith("descriptions: /b ", detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Annotations_of_the_document_are_kept_in_the_slice() =>
        Assert.True((bool?)Slices.Create(
            s_widgets,
            SmallSpec.Edit(spec =>
                JsonNodes.Find(spec, "/components/schemas/widget/properties/id")!["x-lattice-sensitive"] = JsonValue.Create(true)))
            .Property("widget", "id")!["x-lattice-sensitive"]);
}
