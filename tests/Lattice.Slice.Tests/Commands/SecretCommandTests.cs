using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice secret</c>.</summary>
public sealed class SecretCommandTests : IDisposable
{
    private const string Fields = "/components/schemas/widget/properties";

    private readonly SliceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("widget.url", true, "Widget.Url is now a secret: string? becomes SecretString?", $"{Fields}/url")]
    [InlineData("Widget.Url", true, "Widget.Url is now a secret: string? becomes SecretString?", $"{Fields}/url")]
    [InlineData("widget.owner", true, "Widget.Owner is now a secret: string? becomes SecretString?", $"{Fields}/owner")]
    [InlineData("widget.secret", false, "Widget.Secret is now a plain string: SecretString? becomes string?", $"{Fields}/secret")]
    [InlineData(
        "widget.part.client_secret",
        false,
        "Part.ClientSecret is now a plain string: SecretString? becomes string?",
        "/components/schemas/part/properties/client_secret")]
    [InlineData(
        "WidgetCreateParams.Name",
        true,
        "WidgetCreateParams.Name is now a secret: string? becomes SecretString?",
        "/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/name")]
    public async Task Secret_changes_a_string_and_remove_restores_the_exact_files(
        string name, bool isSecret, string expected, string pointer)
    {
        await _folder.RunAsync("add", "widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response set = await _folder.RunAsync(["secret", name, .. isSecret ? (string[])[] : ["--not"]]);
        JsonNode slice = JsonNode.Parse(_folder.Slice)!;
        string configuration = _folder.Configuration;
        Response removed = await _folder.RunAsync("secret", name, "--remove");

        Assert.Equal([(0, ""), (0, "")], new[] { set, removed }.Select(response => (response.Code, response.Error)));
        Assert.Contains($"{expected}\n  {pointer}\n", set.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(
            $"\"sensitive\": {{\n    \"{pointer}\": {(isSecret ? "true" : "false")}\n  }}", configuration, StringComparison.Ordinal);
        Assert.Equal(isSecret, (bool?)Lattice.Slice.Slicing.JsonNodes.Find(slice, pointer)!["x-lattice-sensitive"]);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task Several_strings_are_one_change()
    {
        await _folder.RunAsync("add", "widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response set = await _folder.RunAsync("secret", "widget.url", "widget.id");
        Response wrong = await _folder.RunAsync("secret", "widget.owner", "widget.ulr");
        Response removed = await _folder.RunAsync("secret", "widget.url", "widget.id", "--remove");

        Assert.Equal([0, 3, 0], new[] { set, wrong, removed }.Select(response => response.Code));
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task A_parameter_with_the_same_name_is_mentioned()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
            spec["components"]!["schemas"]!["widget"]!["properties"]!["name"] = JsonNode.Parse("""{ "type": "string" }""")));
        await folder.RunAsync("add", "widgets");

        Response field = await folder.RunAsync("secret", "widget.name");
        Response parameter = await folder.RunAsync("secret", "WidgetCreateParams.Name");

        Assert.Contains("WidgetCreateParams.Name has the same name and does not change", field.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("has the same name", parameter.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has no \"widget.ulr\". Did you mean \"Widget.Url\"", "widget.ulr")]
    [InlineData("Widget.Secret is already a secret.", "widget.secret")]
    [InlineData("Widget.Url is already a plain string.", "widget.url", "--not")]
    [InlineData("WidgetCreateParams.Size is not a plain string; only a plain string can be a secret.", "WidgetCreateParams.Size")]
    [InlineData("WidgetCreateParams.Tags is not a plain string", "WidgetCreateParams.Tags")]
    [InlineData("Widget.Part is not a plain string", "widget.part")]
    [InlineData("does not say whether Widget.Url is a secret", "widget.url", "--remove")]
    [InlineData("\"widget\" is Widget; specify a string.", "widget")]
    public async Task A_wrong_name_changes_nothing(string message, params string[] args)
    {
        await _folder.RunAsync("add", "widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await _folder.RunAsync(["secret", .. args]);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }
}
