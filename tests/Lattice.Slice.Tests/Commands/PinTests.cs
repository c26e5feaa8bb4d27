using System.Security.Cryptography;
using System.Text;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary>The document that slice.json pins.</summary>
[Collection(nameof(CacheCollection))]
public sealed class PinTests : IDisposable
{
    private const string Version = "2030-01-01.test";
    private const string NewerVersion = "2030-02-01.test";

    private static readonly string s_newer = SmallSpec.Json.Replace(Version, NewerVersion, StringComparison.Ordinal);
    private static readonly string s_changed = SmallSpec.Json.Replace("Creates a widget.", "Makes a widget.", StringComparison.Ordinal);

    private readonly TestCache _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task Add_pins_the_document_and_later_commands_use_it_without_a_download()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);

        Response first = await folder.RunBareAsync("add", "widgets");
        server.Document = s_newer;
        Response second = await folder.RunBareAsync("add", "gadgets");
        Response slice = await folder.RunBareAsync("slice");
        Response list = await folder.RunBareAsync("list");

        Assert.All([first, second, slice, list], response => Assert.Equal((0, ""), (response.Code, response.Error)));
        Assert.Single(server.Requests);
        Assert.Equal(
            $$"""
            {
              "source": "{{server.Address}}",
              {{PinOf(Version, SmallSpec.Json)}},
              "operations": [
                "POST /v1/gadgets",
                "POST /v1/widgets"
              ]
            }

            """,
            folder.Configuration);
        Assert.Contains($"{folder.ConfigurationPath} pins version {Version} (SHA-256 {Hash(SmallSpec.Json)}).", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" pins ", second.Output + slice.Output, StringComparison.Ordinal);
        Assert.Contains($"API version {Version}.", slice.Output, StringComparison.Ordinal);
        Assert.Contains($"API version {Version}.", list.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "gadgets")]
    [InlineData("slice")]
    [InlineData("list")]
    public async Task A_source_that_has_moved_is_an_error(params string[] command)
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);
        await folder.RunBareAsync("add", "widgets");
        _cache.Clear();
        server.Document = s_newer;

        await AssertRejected(
            folder,
            command,
            $"{server.Address} has moved from version {Version} to version {NewerVersion}. slice.json pins version {Version} "
            + $"(SHA-256 {Hash(SmallSpec.Json)}); the document is now version {NewerVersion} (SHA-256 {Hash(s_newer)}).",
            "To see what changes, run `lattice check --latest`. To accept it, run `lattice slice --latest`.",
            "To use a copy of the pinned document, pass it with --spec FILE.");
    }

    [Fact]
    public async Task A_source_that_has_changed_within_its_version_is_an_error()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);
        await folder.RunBareAsync("add", "widgets");
        _cache.Clear();
        server.Document = s_changed;

        await AssertRejected(folder, ["slice"], $"{server.Address} has changed, and still has version {Version}. ", "`lattice slice --latest`");
    }

    [Fact]
    public async Task Slice_latest_moves_on_and_pins_the_newest_document()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);
        await folder.RunBareAsync("add", "widgets");
        server.Document = s_newer;

        Response latest = await folder.RunBareAsync("slice", "--latest");
        Response slice = await folder.RunBareAsync("slice");

        Assert.Equal((0, "", 0), (latest.Code, latest.Error, slice.Code));
        Assert.Contains(PinOf(NewerVersion, s_newer), folder.Configuration, StringComparison.Ordinal);
        Assert.Contains($"\"version\": \"{NewerVersion}\"", folder.Slice, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--latest")]
    public async Task Check_compares_with_the_newest_document(params string[] command)
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);
        await folder.RunBareAsync("add", "widgets");
        IReadOnlyList<(string, string)> before = folder.Snapshot();
        server.Document = s_newer;

        Response response = await folder.RunBareAsync(command);

        Assert.Contains($"version `{NewerVersion}`", response.Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public async Task List_latest_lists_the_newest_document()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);
        await folder.RunBareAsync("add", "widgets");
        server.Document = s_newer;

        Assert.Contains($"API version {NewerVersion}.", (await folder.RunBareAsync("list", "--latest")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_pinned_and_stands_for_the_document_of_the_source()
    {
        await using var server = new SpecServer(s_newer);
        using SliceFolder folder = CreateFolder(server);

        Response add = await folder.RunAsync("add", "widgets");
        Response slice = await folder.RunBareAsync("slice");

        Assert.Equal([(0, ""), (0, "")], [(add.Code, add.Error), (slice.Code, slice.Error)]);
        Assert.Contains(PinOf(Version, SmallSpec.Json), folder.Configuration, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_hash_alone_pins_and_the_version_is_added()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using var folder = new SliceFolder(
            $$"""{ "source": "{{server.Address}}", "pinned": { "sha256": "{{Hash(SmallSpec.Json).ToUpperInvariant()}}" }, "operations": [] }""");

        Response response = await folder.RunBareAsync("add", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains(PinOf(Version, SmallSpec.Json), folder.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hash_of_another_document_is_an_error()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using var folder = new SliceFolder(
            $$"""{ "source": "{{server.Address}}", "pinned": { "sha256": "{{Hash("other")}}" }, "operations": [] }""");

        await AssertRejected(
            folder, ["add", "widgets"], $"{server.Address} is no longer the document that slice.json pins; it has version {Version}.");
    }

    [Fact]
    public async Task A_file_as_the_source_that_has_changed_is_an_error_even_if_the_pinned_one_was_read_before()
    {
        using var folder = new SliceFolder("""{ "source": "spec.json", "operations": [] }""");
        Response add = await folder.RunBareAsync("add", "widgets");
        folder.Write("spec.json", s_newer);

        Assert.Equal(0, add.Code);
        await AssertRejected(folder, ["add", "gadgets"], $"spec.json has moved from version {Version} to version {NewerVersion}.");
        Assert.Equal(0, (await folder.RunBareAsync("slice", "--latest")).Code);
        Assert.Contains(PinOf(NewerVersion, s_newer), folder.Configuration, StringComparison.Ordinal);
        Assert.Empty(_cache.Documents);
    }

    [Fact]
    public async Task A_source_that_is_older_than_the_pin_is_an_error_that_does_not_recommend_the_way_back()
    {
        using var folder = new SliceFolder("""{ "source": "spec.json", "operations": [] }""");
        await folder.RunBareAsync("add", "widgets");
        Response moved = await folder.RunBareAsync("slice", "--spec", folder.Write("newer.json", s_newer));

        Assert.Contains(
            $"The API version of the slice changes from {Version} to {NewerVersion}, for all of its operations.", moved.Output, StringComparison.Ordinal);
        await AssertRejected(folder, ["add", "gadgets"], $"spec.json has version {Version}, which is older than what slice.json pins: version {NewerVersion}");
        await AssertRejected(folder, ["add", "gadgets"], "name it as \"source\" in slice.json.");
    }

    [Fact]
    public async Task Remove_keeps_the_pin_unless_a_document_is_passed()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets", "gadgets");
        string newer = folder.Write("newer.json", s_newer);

        Response remove = await folder.RunBareAsync("remove", "gadgets");
        string kept = folder.Configuration;
        await folder.RunAsync("add", "gadgets");
        Response pinning = await folder.RunBareAsync("remove", "gadgets", "--spec", newer);

        Assert.Equal((0, 0), (remove.Code, pinning.Code));
        Assert.Contains(PinOf(Version, SmallSpec.Json), kept, StringComparison.Ordinal);
        Assert.Contains(PinOf(NewerVersion, s_newer), folder.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_the_last_operation_removes_the_pin()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);
        string before = folder.Configuration;
        await folder.RunBareAsync("add", "widgets");
        await folder.RunBareAsync("add", "gadgets");

        await folder.RunBareAsync("remove", "gadgets");
        string pinned = folder.Configuration;
        Response last = await folder.RunBareAsync("remove", "widgets");

        Assert.Contains(PinOf(Version, SmallSpec.Json), pinned, StringComparison.Ordinal);
        Assert.Equal((0, "", before), (last.Code, last.Error, folder.Configuration));
    }

    [Theory]
    [InlineData("slice")]
    [InlineData("check")]
    [InlineData("list")]
    public async Task Latest_cannot_be_combined_with_a_document(string command)
    {
        using var folder = new SliceFolder();

        await AssertRejected(folder, [command, "--latest", "--spec", folder.Spec], "--latest and --spec cannot be combined");
    }

    [Fact]
    public async Task A_pinned_document_in_the_cache_needs_no_network()
    {
        var server = new SpecServer(SmallSpec.Json);
        using SliceFolder folder = CreateFolder(server);
        await folder.RunBareAsync("add", "widgets");
        await server.DisposeAsync();

        Response cached = await folder.RunBareAsync("add", "gadgets");
        _cache.Clear();

        Assert.Equal((0, ""), (cached.Code, cached.Error));
        await AssertRejected(
            folder,
            ["slice"],
            $"Cannot download {server.Address}: ",
            "If you have a copy of the document, pass it with --spec FILE.",
            $"A cached copy is used without a download, but the cache does not have version {Version} (SHA-256 {Hash(SmallSpec.Json)})");
        await AssertRejected(
            folder, ["check"], "pass it with --spec FILE. A cached copy is used only for the document that slice.json pins.");
    }

    [Fact]
    public async Task A_damaged_document_in_the_cache_is_downloaded_again()
    {
        await using var server = new SpecServer(SmallSpec.Json) { Tag = "\"one\"" };
        using SliceFolder folder = CreateFolder(server);
        await folder.RunBareAsync("add", "widgets");
        string cached = Assert.Single(_cache.Documents);
        await File.WriteAllTextAsync(cached, s_newer);

        Response response = await folder.RunBareAsync("slice");

        Assert.Equal((0, "", 2), (response.Code, response.Error, server.Requests.Count));
        Assert.DoesNotContain("If-None-Match", server.Requests[1], StringComparison.Ordinal);
        Assert.Equal(SmallSpec.Json, await File.ReadAllTextAsync(cached));
    }

    private static SliceFolder CreateFolder(SpecServer server) => new($$"""
        {
          "source": "{{server.Address}}",
          "operations": [
          ]
        }

        """);

    private static string PinOf(string version, string document) =>
        $$"""
        "pinned": { "version": "{{version}}", "sha256": "{{Hash(document)}}" }
        """;

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static async Task AssertRejected(SliceFolder folder, string[] command, params string[] messages)
    {
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunBareAsync(command);

        Assert.Equal(3, response.Code);
        Assert.All(messages, message => Assert.Contains(message, response.Error, StringComparison.Ordinal));
        Assert.Equal(before, folder.Snapshot());
    }
}
