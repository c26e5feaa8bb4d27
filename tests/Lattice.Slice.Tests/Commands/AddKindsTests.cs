using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice add</c> and <c>lattice remove</c> with operations of every kind.</summary>
public sealed class AddKindsTests : IDisposable
{
    private const string Retrieve = "GET /v1/widgets/{widget}";
    private const string List = "GET /v1/widgets";
    private const string Search = "GET /v1/widgets/search";
    private const string Update = "POST /v1/widgets/{widget}";
    private const string Delete = "DELETE /v1/widgets/{widget}";
    private const string Spin = "POST /v1/widgets/{widget}/spin";

    private readonly SliceFolder _folder = new(spec: ReadableSpec.Json);

    private IEnumerable<string> Operations => SliceFiles.Load(_folder.ConfigurationPath).Configuration.Operations;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("add widget", SmallSpec.Widgets)]
    [InlineData("add widget --create", SmallSpec.Widgets)]
    [InlineData("add widget --retrieve", Retrieve)]
    [InlineData("add Widget --list", List)]
    [InlineData("add widgets --search", Search)]
    [InlineData("add widgets --update", Update)]
    [InlineData("add v1/widgets --delete", Delete)]
    [InlineData("add /v1/widgets/{widget} --delete", Delete)]
    [InlineData("add widgets --actions", Spin)]
    [InlineData("add /v1/widgets/{widget}/spin --actions", Spin)]
    [InlineData("add widgets --retrieve --update", Retrieve, Update)]
    [InlineData("add widget gadget --retrieve", "GET /v1/gadgets/{gadget}", Retrieve)]
    [InlineData("add gadgets/{gadget}/widgets", "POST /v1/gadgets/{gadget}/widgets")]
    public async Task A_resource_and_kinds_name_operations(string command, params string[] expected)
    {
        Response added = await _folder.RunAsync(command.Split(' '));
        string[] operations = [.. Operations];
        Response removed = await _folder.RunBareAsync(["remove", .. command.Split(' ')[1..]]);

        Assert.Equal((0, ""), (added.Code, added.Error));
        Assert.Equal(expected, operations);
        Assert.Equal((0, ""), (removed.Code, removed.Error));
        Assert.Equal(SliceFolder.Empty, _folder.Configuration);
    }

    [Theory]
    [InlineData("widget", "\"widget\" has no search operation.", "--create", "--search")]
    [InlineData("/v1/widgets", "\"/v1/widgets\" has no search operation.", "--create", "--search")]
    [InlineData("/v1/gadgets", "\"/v1/gadgets\" has no search operation.", "--create", "--search")]
    public async Task A_kind_that_does_not_exist_is_an_error_even_if_another_one_does(string name, string message, params string[] kinds)
    {
        using var folder = new SliceFolder();
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunAsync(["add", name, .. kinds]);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.StartsWith($"lattice: {message}", response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public async Task All_operations_of_a_class_can_be_added_and_removed_at_once()
    {
        Response added = await _folder.RunAsync("add", "widgets", "--all");
        string[] operations = [.. Operations];
        Response removed = await _folder.RunBareAsync("remove", "Widget", "--all");

        Assert.Equal(
            [
                "POST /v1/gadgets/{gadget}/spin", "POST /v1/gadgets/{gadget}/widgets", List, SmallSpec.Widgets, Search,
                "GET /v1/widgets/upcoming", Delete, Retrieve, Update, Spin,
            ],
            operations);
        Assert.Contains("; 10 operations, ", added.Output, StringComparison.Ordinal);
        Assert.Contains($"Removed {Delete} from ", removed.Output, StringComparison.Ordinal);
        Assert.Equal(SliceFolder.Empty, _folder.Configuration);
    }

    [Theory]
    [InlineData(Retrieve, "await Widget.RetrieveAsync(client, \"…\");")]
    [InlineData(List, "await foreach (Widget widget in Widget.ListAllAsync(client)) { }")]
    [InlineData(Search, "await foreach (Widget widget in Widget.SearchAllAsync(client)) { }")]
    [InlineData(Update, "await Widget.UpdateAsync(client, \"…\");")]
    [InlineData(Delete, "await Widget.DeleteAsync(client, \"…\");")]
    [InlineData(Spin, "await Widget.SpinAsync(client, \"…\");")]
    [InlineData(SmallSpec.Widgets, "await Widget.CreateAsync(client, new WidgetCreateParams { Name = \"…\", Size = WidgetCreateSize.Small });")]
    public async Task Add_shows_the_call_for_the_kind(string operation, string call)
    {
        Response response = await _folder.RunAsync("add", operation);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains($"\n  {call}\n", response.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("The build will", response.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has no operation \"gadgte\". Did you mean \"GET /v1/gadgets/{gadget}\"", "widget", "gadgte", "--retrieve")]
    [InlineData("\"gadget\" has no update operation.", "widget", "gadget", "--update")]
    [InlineData("\"spin\" matches several operations. Specify one of:\n  POST /v1/gadgets/{gadget}/spin (action, ", "spin", "--actions")]
    [InlineData("\"GET /v1/widgets\" has no update operation.", List, "--update")]
    [InlineData(
        $"{List} cannot be added: it is declared an update, but its method and response make it a list or a search.",
        List,
        "--as",
        "update")]
    public async Task One_wrong_name_changes_nothing(string message, params string[] names)
    {
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await _folder.RunAsync(["add", .. names]);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task What_is_in_the_slice_already_is_not_added_twice()
    {
        await _folder.RunAsync("add", "widget", "--retrieve");

        Response both = await _folder.RunAsync("add", "widget", Delete, "--retrieve", "--update", "--delete");
        Response again = await _folder.RunAsync("add", "widget", "--retrieve", "--delete");

        Assert.Equal((0, 3), (both.Code, again.Code));
        Assert.Equal([Delete, Retrieve, Update], Operations);
        Assert.DoesNotContain($"Added {Retrieve} ", both.Output, StringComparison.Ordinal);
        Assert.Contains($"{Retrieve}, {Delete} are already in ", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_one_operation_of_a_path_restores_the_exact_files()
    {
        await _folder.RunAsync("add", Update, SmallSpec.Widgets);
        (string, string) before = (_folder.Configuration, _folder.Slice);
        await _folder.RunAsync("add", Retrieve, List);

        Response response = await _folder.RunBareAsync("remove", Retrieve, List);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Equal(before, (_folder.Configuration, _folder.Slice));
    }

    [Fact]
    public async Task A_secret_in_a_query_is_a_secret()
    {
        const string Location = "/paths/~1v1~1widgets~1{widget}/get/parameters/1/schema";

        Response added = await _folder.RunAsync("add", Retrieve);
        Response secrets = await _folder.RunBareAsync("list", "--secrets", "Params");

        Assert.Contains(Location, added.Output, StringComparison.Ordinal);
        Assert.Contains($"{Location}  WidgetRetrieveParams.ClientSecret  ", secrets.Output, StringComparison.Ordinal);
        JsonNode parameter = JsonNode.Parse(_folder.Slice)!["paths"]!["/v1/widgets/{widget}"]!["get"]!["parameters"]![1]!;
        Assert.True((bool?)parameter["schema"]!["x-lattice-sensitive"]);
    }
}
