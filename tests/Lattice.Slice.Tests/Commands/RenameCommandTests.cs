using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice rename</c>.</summary>
public sealed class RenameCommandTests : IDisposable
{
    private const string Fields = "/components/schemas/widget/properties";
    private const string Parameters =
        "/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties";

    private readonly SliceFolder _folder = new(spec: ReadableSpec.Json);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("widget.url", "Address", $"{Fields}/url", "Widget.Url is now Widget.Address")]
    [InlineData("Widget.Url", "Address", $"{Fields}/url", "Widget.Url is now Widget.Address")]
    [InlineData("Widget.Part", "Piece", $"{Fields}/part", "Widget.Part is now Widget.Piece")]
    [InlineData("WidgetCreateParams.Size", "Extent", $"{Parameters}/size", "WidgetCreateParams.Size is now WidgetCreateParams.Extent")]
    [InlineData("WidgetCreateParams.Size", "Extent", $"{Parameters}/size", "WidgetCreateSize is now WidgetCreateExtent")]
    [InlineData("widget.size", "Extent", $"{Parameters}/size", "WidgetCreateParams.Size is now WidgetCreateParams.Extent")]
    [InlineData("widget", "Gizmo", "/components/schemas/widget", "Widget is now Gizmo")]
    [InlineData("Widget", "Gizmo", "/components/schemas/widget", "WidgetCreateParams is now GizmoCreateParams")]
    [InlineData("Widget.CreateAsync", "Build", "/paths/~1v1~1widgets/post", "Widget.CreateAsync is now Widget.BuildAsync")]
    [InlineData("Widget.Create", "BuildAsync", "/paths/~1v1~1widgets/post", "Widget.CreateAsync is now Widget.BuildAsync")]
    [InlineData("post /v1/widgets", "Build", "/paths/~1v1~1widgets/post", "WidgetCreateParams is now WidgetBuildParams")]
    public async Task Rename_sets_the_name_and_shows_what_changes(string what, string name, string pointer, string expected)
    {
        await _folder.RunAsync("add", "POST /v1/widgets");

        Response response = await _folder.RunAsync("rename", what, name);

        Assert.Equal((0, ""), (response.Code, response.Error));
        string output = response.Output.ReplaceLineEndings("\n");
        Assert.Contains($"\n  {pointer}\n", output, StringComparison.Ordinal);
        Assert.Contains($"\n  {expected}\n", output, StringComparison.Ordinal);
        Assert.Contains($"\"names\": {{\n    \"{pointer}\": ", _folder.Configuration, StringComparison.Ordinal);
        Assert.Contains("\"x-lattice-name\": ", _folder.Slice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("widget.url", "widget.url")]
    [InlineData("Widget.Url", "Widget.Url")]
    [InlineData("Widget.Url", "Widget.NewName")]
    [InlineData("Widget", "Widget")]
    [InlineData("Widget", "NewName")]
    [InlineData("widget.part", "Widget.NewName")]
    [InlineData("WidgetCreateParams.Size", "widget.size")]
    [InlineData("Widget.CreateAsync", "Widget.NewNameAsync")]
    [InlineData("Widget.CreateAsync", "POST /v1/widgets")]
    public async Task Rename_with_remove_restores_the_exact_files(string what, string later)
    {
        await _folder.RunAsync("add", "POST /v1/widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();
        Response renamed = await _folder.RunAsync("rename", what, "NewName");

        Response removed = await _folder.RunAsync("rename", later, "--remove");

        Assert.Equal([(0, ""), (0, "")], new[] { renamed, removed }.Select(response => (response.Code, response.Error)));
        Assert.Equal(before, _folder.Snapshot());
    }

    [Theory]
    [InlineData("widget.url", "Address", "Address")]
    [InlineData("Widget.CreateAsync", "Build", "BuildAsync")]
    [InlineData("Widget.CreateAsync", "BuildAsync", "Build")]
    public async Task The_name_to_remove_can_be_repeated(string what, string name, string repeated)
    {
        await _folder.RunAsync("add", "POST /v1/widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();
        await _folder.RunAsync("rename", what, name);

        Response removed = await _folder.RunAsync("rename", what, repeated, "--remove");

        Assert.Equal((0, ""), (removed.Code, removed.Error));
        Assert.Equal(before, _folder.Snapshot());
    }

    [Theory]
    [InlineData("Location")]
    [InlineData("AddressAsync")]
    [InlineData("address")]
    public async Task Another_name_than_the_present_one_is_not_removed(string other)
    {
        await _folder.RunAsync("add", "POST /v1/widgets");
        await _folder.RunAsync("rename", "widget.url", "Address");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response removed = await _folder.RunAsync("rename", "widget.url", other, "--remove");

        Assert.Equal(3, removed.Code);
        Assert.Contains(
            $" has the name Address for widget.url, not {other}. To remove it, run `lattice rename widget.url --remove`.",
            removed.Error,
            StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task A_second_name_replaces_the_first()
    {
        await _folder.RunAsync("add", "POST /v1/widgets");
        await _folder.RunAsync("rename", "widget.url", "Address");

        Response response = await _folder.RunAsync("rename", "Widget.Address", "Location");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("Widget.Address is now Widget.Location", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Address", _folder.Configuration, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has no \"widget.ulr\". Did you mean \"Widget.Url\"", "widget.ulr", "Address")]
    [InlineData("has no \"Widgte\". Did you mean \"Widget\"", "Widgte", "Gizmo")]
    [InlineData("has no \"POST /v1/widgts\". Did you mean \"Widget.CreateAsync\"", "POST /v1/widgts", "Build")]
    [InlineData("\"new_address\" cannot be a name: it must start with a capital letter from A to Z, and have only letters from A to Z and digits. "
        + "Did you mean \"NewAddress\"?", "widget.url", "new_address")]
    [InlineData("Widget.Url already has that name.", "widget.url", "Url")]
    [InlineData("Widget.CreateAsync already has that name.", "Widget.CreateAsync", "Create")]
    [InlineData("Widget.Id", "widget.url", "Id")]
    [InlineData("have only letters from A to Z and digits.\n", "widget.url", "Équipe")]
    [InlineData("Widget cannot be named Task", "Widget", "Task")]
    [InlineData("Widget cannot be named Exception", "Widget", "Exception")]
    [InlineData("Widget cannot be named List", "widget", "List")]
    [InlineData("Widget cannot be named HttpClient", "widget", "HttpClient")]
    [InlineData("Widget cannot be named Guid, which would hide a type of .NET or of the runtime.", "widget", "Guid")]
    [InlineData("the runtime", "widget", "StripeList")]
    [InlineData("WidgetCreateParams has no name of its own: it is named after the method Widget.CreateAsync.", "WidgetCreateParams", "X")]
    [InlineData(
        "WidgetCreateSize has no name of its own: it is named after the property WidgetCreateParams.Size.", "WidgetCreateSize", "X")]
    [InlineData("has no name for Widget.Url, so there is nothing to remove.", "widget.url", "--remove")]
    [InlineData("rename: pass the new name, or --remove.", "widget.url")]
    public async Task A_wrong_name_changes_nothing(string message, params string[] args)
    {
        await _folder.RunAsync("add", "POST /v1/widgets");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await _folder.RunAsync(["rename", .. args]);

        Assert.Equal(3, response.Code);
        Assert.Contains(message, response.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task An_ambiguous_name_lists_the_members()
    {
        await _folder.RunAsync("add", "POST /v1/widgets", "POST /v1/gadgets/{gadget}/widgets");

        Response response = await _folder.RunAsync("rename", "widget.size", "Extent");

        Assert.Equal(3, response.Code);
        Assert.Contains("  WidgetCreateForGadgetParams.Size\n  WidgetCreateParams.Size", response.Error, StringComparison.Ordinal);
    }
}
