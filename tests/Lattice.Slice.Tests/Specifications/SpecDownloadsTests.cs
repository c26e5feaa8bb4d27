using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Specifications;

/// <summary>Conditional requests for documents that are in the cache.</summary>
[Collection(nameof(CacheCollection))]
public sealed class SpecDownloadsTests : IDisposable
{
    private readonly TestCache _cache = new();
    private readonly SliceFolder _folder = new();

    public void Dispose()
    {
        _cache.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("\"one\"")]
    [InlineData("W/\"one\"")]
    public async Task A_document_that_has_not_changed_is_not_sent_again(string tag)
    {
        await using var server = new SpecServer(SmallSpec.Json) { Tag = tag };

        Response first = await ListAsync(server);
        Response second = await ListAsync(server);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal(first, second);
        Assert.DoesNotContain("If-None-Match", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains($"If-None-Match: {tag}\r\n", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_has_changed_replaces_the_one_in_the_cache()
    {
        await using var server = new SpecServer(SmallSpec.Json) { Tag = "\"one\"" };
        await ListAsync(server);
        (server.Document, server.Tag) = (SmallSpec.Json.Replace("2030-01-01", "2030-02-01", StringComparison.Ordinal), "\"two\"");

        Response changed = await ListAsync(server);
        Response unchanged = await ListAsync(server);

        Assert.Contains("2030-02-01", changed.Output, StringComparison.Ordinal);
        Assert.Equal(changed, unchanged);
        Assert.Contains("If-None-Match: \"two\"", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_entity_tags_sends_the_document_each_time()
    {
        await using var server = new SpecServer(SmallSpec.Json);

        Response first = await ListAsync(server);

        Assert.Equal(first, await ListAsync(server));
        Assert.All(server.Requests, request => Assert.DoesNotContain("If-None-Match", request, StringComparison.Ordinal));
        Assert.Single(_cache.Documents);
    }

    [Fact]
    public async Task What_is_not_a_specification_is_not_kept()
    {
        await using var server = new SpecServer("<html>Sign in</html>") { Tag = "\"one\"" };

        Response first = await ListAsync(server);
        server.Document = SmallSpec.Json;
        Response second = await ListAsync(server);

        Assert.Equal((3, 0), (first.Code, second.Code));
        Assert.DoesNotContain("If-None-Match", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_a_warning()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        await File.WriteAllTextAsync(Path.Combine(_cache.Folder, "documents"), "");

        Response response = await ListAsync(server);

        File.Delete(Path.Combine(_cache.Folder, "documents"));
        Assert.Equal(0, response.Code);
        Assert.StartsWith("lattice: The document is not kept in the cache: ", response.Error, StringComparison.Ordinal);
        Assert.Contains("in http://127.0.0.1", response.Output, StringComparison.Ordinal);
    }

    private Task<Response> ListAsync(SpecServer server) => _folder.RunBareAsync("list", "--spec", server.Address.ToString());
}
