using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice remove</c>.</summary>
public class RemoveCommandTests
{
    [Fact]
    public async Task Remove_restores_the_exact_files_and_needs_no_specification()
    {
        using var folder = new SliceFolder("{\n\t\"operations\" : [ ] ,\n  \"descriptions\":{\"/info\":\"Ours\"} }");
        await folder.RunAsync("add", "gadgets");
        (string Configuration, string Slice) before = (folder.Configuration, folder.Slice);
        await folder.RunAsync("add", "widgets");
        Assert.NotEqual(before, (folder.Configuration, folder.Slice));

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Equal(before, (folder.Configuration, folder.Slice));
    }

    [Fact]
    public async Task Remove_removes_the_annotations_of_the_operation()
    {
        using var folder = new SliceFolder("""
            {
              "operations": ["POST /v1/gadgets", "POST /v1/widgets"],
              "expand": ["/components/schemas/widget/properties/owner"],
              "sensitive": { "/components/schemas/widget/properties/url": true },
              "descriptions": {
                "/info": "Ours.",
                "/components/schemas/widget": { "": "A widget.", "/properties/id": "Its id." },
                "/components/schemas/part": "Shared."
              }
            }
            """);
        await folder.RunAsync("slice");

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("  descriptions: /components/schemas/widget/properties/id", response.Output, StringComparison.Ordinal);
        string[] pin = [.. folder.Configuration.Split('\n').Where(line => line.StartsWith("  \"pinned\": ", StringComparison.Ordinal))];
        Assert.Equal(
            $$"""
            {
            {{Assert.Single(pin)}}
              "operations": ["POST /v1/gadgets"],
              "expand": [],
              "sensitive": {},
              "descriptions": {
                "/info": "Ours.",
                "/components/schemas/part": "Shared."
              }
            }
            """, folder.Configuration);
    }

    [Fact]
    public async Task Remove_removes_the_annotations_in_groups_of_groups()
    {
        using var folder = new SliceFolder("""
            {
              "operations": ["POST /v1/gadgets", "POST /v1/widgets"],
              "descriptions": {
                "/components/schemas": {
                  "/part": "Shared.",
                  "/widget": { "/properties": { "/id": "Its id.", "/secret": "Its secret." } }
                }
              }
            }
            """);
        await folder.RunAsync("slice");

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("\"/components/schemas\": {\n      \"/part\": \"Shared.\"\n    }", folder.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_removes_the_annotations_of_the_values_of_an_enum()
    {
        const string Size = "/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/size";
        using var folder = new SliceFolder($$"""
            {
              "operations": ["POST /v1/gadgets", "POST /v1/widgets"],
              "deprecated": { "{{Size}}/x-enumDescriptions/small": "large" },
              "descriptions": { "{{Size}}/x-enumDescriptions/large": "A large one.", "{{Size}}/x-enumDescriptions/small": "A small one." }
            }
            """);
        await folder.RunAsync("slice");

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains($"  descriptions: {Size}/x-enumDescriptions/small", response.Output, StringComparison.Ordinal);
        Assert.Contains("\"deprecated\": {}", folder.Configuration, StringComparison.Ordinal);
        Assert.Contains("\"descriptions\": {}", folder.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_requires_an_up_to_date_slice()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        folder.Write("stripe.json", folder.Slice.Replace("\"required\"", "\"x-mine\"", StringComparison.Ordinal));

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal(3, response.Code);
        Assert.Contains("does not match ", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_value_of_an_enum_that_is_gone_is_named_with_its_location()
    {
        using var folder = new SliceFolder(
            """{ "operations": [ "POST /v1/gadgets" ], "deprecated": { "/components/schemas/gadge/x-enumDescriptions/a": "b" } }""");

        Response response = await folder.RunAsync("slice");

        Assert.Equal(3, response.Code);
        Assert.Contains(
            "deprecated: /components/schemas/gadge/x-enumDescriptions/a is not in the slice. "
            + "Did you mean \"/components/schemas/gadget/x-enumDescriptions/a\"?",
            response.Error,
            StringComparison.Ordinal);
    }
}
