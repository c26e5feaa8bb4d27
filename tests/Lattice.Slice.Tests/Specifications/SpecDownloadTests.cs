using System.Text;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Specifications;

/// <summary>Specifications over HTTP.</summary>
public class SpecDownloadTests
{
    [Fact]
    public async Task A_specification_is_downloaded()
    {
        await using var server = new LoopbackServer(_ => Reply("200 OK", SmallSpec.Json));
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("add", "widgets", "--spec", server.Address + "spec3.json");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.StartsWith("GET /spec3.json HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Contains("\"/v1/widgets\"", folder.Slice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using var server = new LoopbackServer(_ => Reply("200 OK", SmallSpec.Json));
        await using var moved = new LoopbackServer(
            _ => $"HTTP/1.1 302 Found\r\nLocation: {server.Address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var folder = new SliceFolder();

        Assert.Equal(0, (await folder.RunBareAsync("add", "widgets", "--spec", moved.Address.ToString())).Code);
    }

    [Theory]
    [InlineData("404 Not Found", "gone", "returned 404 Not Found instead of a specification.")]
    [InlineData("500 Internal Server Error", "", "returned 500 Internal Server Error instead of a specification.")]
    [InlineData("200 OK", "<!DOCTYPE html><html><body>Sign in</body></html>", "is HTML or XML, not JSON.")]
    [InlineData("200 OK", "openapi: 3.0.0\n", "has no API version")]
    [InlineData("200 OK", "", "is empty.")]
    public Task A_response_that_is_not_a_specification_is_an_error(string status, string body, string message) =>
        AssertRejected(_ => Reply(status, body), message);

    [Fact]
    public Task A_truncated_response_is_an_error() => AssertRejected(
        _ => Reply("200 OK", SmallSpec.Json)[..^1000],
        "closed the connection before the download was complete. Try again.");

    [Fact]
    public Task A_response_truncated_between_chunks_is_an_error() => AssertRejected(
        _ => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{SmallSpec.Json.Length:X}\r\n{SmallSpec.Json}",
        "closed the connection before the download was complete. Try again.");

    [Fact]
    public Task A_truncated_response_without_a_length_is_an_error() => AssertRejected(
        _ => $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{SmallSpec.Json[..^1000]}",
        "is truncated: it ends at line ");

    [Fact]
    public async Task An_unreachable_server_is_an_error()
    {
        string address;
        await using (var server = new LoopbackServer(_ => ""))
        {
            address = server.Address.ToString();
        }

        using var folder = new SliceFolder();
        Response response = await folder.RunBareAsync("list", "--spec", address);

        Assert.Equal(3, response.Code);
        Assert.Contains($"Cannot download {address}: ", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_and_tokens_in_the_url_are_not_shown()
    {
        await using var server = new LoopbackServer(_ => Reply("404 Not Found", ""));
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync(
            "list", "--spec", $"http://me:hidden@{server.Address.Authority}/spec3.json?token=hidden");

        Assert.Contains($"http://{server.Address.Authority}/spec3.json returned 404", response.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", response.Error + response.Output, StringComparison.Ordinal);
    }

    private static async Task AssertRejected(Func<Uri, string> reply, string message)
    {
        await using var server = new LoopbackServer(reply);
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunBareAsync("add", "widgets", "--spec", server.Address.ToString());

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains($"{server.Address} {message}", response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    private static string Reply(string status, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
}
