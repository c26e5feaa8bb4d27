using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice expand</c>.</summary>
public sealed class ExpandCommandTests : IDisposable
{
    private const string Owner = "/components/schemas/widget/properties/owner";

    /// <summary>The small specification, in which a gadget has an expandable field and a list of them.</summary>
    private static readonly string s_spec = SmallSpec.Edit(spec =>
    {
        JsonNode gadget = spec["components"]!["schemas"]!["gadget"]!["properties"]!;
        gadget["maker"] = JsonNode.Parse("""{ "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/person" } ] }""");
        gadget["tools"] = JsonNode.Parse("""
            { "type": "object", "properties": { "object": { "type": "string", "enum": [ "list" ] }, "has_more": { "type": "boolean" },
              "data": { "type": "array", "items": { "$ref": "#/components/schemas/tool" } } } }
            """);
        spec["components"]!["schemas"]!["tool"] = JsonNode.Parse("""
            { "type": "object", "properties": {
              "maker": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/person" } ] } } }
            """);
        gadget["users"] = JsonNode.Parse("""
            { "type": "array", "items": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/person" } ] } }
            """);
    });

    private readonly SliceFolder _folder = new(spec: s_spec);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("widget.owner")]
    [InlineData("Widget.Owner")]
    [InlineData("widget.Owner")]
    [InlineData("widgets.owner")]
    [InlineData("WIDGET.OWNER")]
    public async Task Expand_adds_the_schemas_of_a_field_by_any_of_its_names(string name)
    {
        await _folder.RunAsync("add", "widgets");

        Response response = await _folder.RunAsync("expand", name);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains($"\"expand\": [\n    \"{Owner}\"\n  ]", _folder.Configuration, StringComparison.Ordinal);
        JsonNode slice = JsonNode.Parse(_folder.Slice)!;
        Assert.NotNull(slice["components"]!["schemas"]!["gadget"]);
        Assert.NotNull(slice["components"]!["schemas"]!["widget"]!["properties"]!["owner"]!["anyOf"]);
        string output = response.Output.ReplaceLineEndings("\n");
        Assert.Contains(
            $"Expanded Widget.Owner: string? becomes Expandable<Gadget>\n  {Owner}\n", output, StringComparison.Ordinal);
        Assert.Contains(": 3 new schemas; 1 operation, ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("widget.owner")]
    [InlineData("Widget.Owner")]
    [InlineData("widget.owner", "widget.owner.maker")]
    [InlineData("widget.owner", "Gadget.Users", "Gadget.Maker")]
    public async Task Expand_with_remove_restores_the_exact_files(params string[] names)
    {
        await _folder.RunAsync("add", "widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response expanded = await _folder.RunAsync(["expand", .. names]);
        IReadOnlyList<(string, string)> between = _folder.Snapshot();
        Response removed = await _folder.RunAsync(["expand", "--remove", .. names.OrderDescending(StringComparer.Ordinal)]);

        Assert.Equal([(0, ""), (0, "")], new[] { expanded, removed }.Select(response => (response.Code, response.Error)));
        Assert.NotEqual(before, between);
        Assert.Equal(before, _folder.Snapshot());
        Assert.Contains("No longer expanded Widget.Owner: ", removed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_elements_of_a_list_are_expanded()
    {
        await _folder.RunAsync("add", "gadgets");

        Response response = await _folder.RunAsync("expand", "gadget.users");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains(
            "Expanded Gadget.Users: IReadOnlyList<string>? becomes IReadOnlyList<Expandable<Person>>?",
            response.Output,
            StringComparison.Ordinal);
        Assert.Contains("/components/schemas/gadget/properties/users/items", _folder.Configuration, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gadget.tools.data.maker")]
    [InlineData("gadget.tools.maker")]
    [InlineData("Gadget.Tools.Maker")]
    [InlineData("tool.maker")]
    public async Task A_name_leads_through_a_list_as_in_a_request(string name)
    {
        await _folder.RunAsync("add", "gadgets");

        Response response = await _folder.RunAsync("expand", name);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("/components/schemas/tool/properties/maker", _folder.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_in_an_error_is_added()
    {
        await _folder.RunAsync("add", "widgets");

        Response response = await _folder.RunAsync("expand", "api_errors.source");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.NotNull(JsonNode.Parse(_folder.Slice)!["components"]!["schemas"]!["api_errors"]!["properties"]!["source"]);
    }

    [Theory]
    [InlineData("has no \"widget.ownr\". Did you mean \"Widget.Owner\"?", "widget.ownr")]
    [InlineData("Widget.Url cannot be expanded: in ", "widget.url")]
    [InlineData("Did you mean \"Widget.Owner\"?", "widget.url")]
    [InlineData("Widget.Owner is only an id in the slice, so it has no \"maker\". To expand both, run "
        + "`lattice expand widget.owner widget.owner.maker`.", "widget.owner.maker")]
    [InlineData("has the schema \"gadget\", but nothing in the slice refers to it.", "gadget.maker")]
    [InlineData("Widget.Owner is already expanded in ", "widget.owner", "Widget.Owner")]
    [InlineData("Widget.Owner is not expanded in ", "widget.owner", "--remove")]
    [InlineData("\"widget\" is Widget; specify an expandable field.", "widget")]
    public async Task A_wrong_name_changes_nothing(string message, params string[] args)
    {
        await _folder.RunAsync("add", "widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await _folder.RunAsync(["expand", .. args]);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task A_slice_of_another_document_is_not_changed_along_with_a_setting()
    {
        await _folder.RunAsync("add", "widgets");
        _folder.Write("spec.json", s_spec.Replace("2030-01-01.test", "2031-01-01.test", StringComparison.Ordinal));
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await _folder.RunAsync("expand", "widget.owner");

        Assert.Equal(3, response.Code);
        Assert.Contains("more than this setting would change. Run `lattice slice` first", response.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task Annotations_of_what_only_an_expanded_field_had_go_with_it()
    {
        await _folder.RunAsync("add", "widgets");
        await _folder.RunAsync("expand", "widget.owner");
        await _folder.RunAsync("rename", "Gadget.Maker", "Creator");

        Response response = await _folder.RunAsync("expand", "widget.owner", "--remove");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains(": names: /components/schemas/gadget/properties/maker", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("maker", _folder.Configuration, StringComparison.Ordinal);
    }
}
