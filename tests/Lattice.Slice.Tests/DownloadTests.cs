using System.Text;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests;

/// <summary>Specifications that come over HTTP.</summary>
public class DownloadTests
{
    [Fact]
    public async Task A_specification_is_fetched()
    {
        await using var server = new LoopbackServer(_ => Reply("200 OK", SmallSpec.Json));
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("add", "widgets", "--spec", server.Address + "spec3.json");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.StartsWith("GET /spec3.json HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Contains("\"/v1/widgets\"", folder.Slice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_is_followed()
    {
        await using var server = new LoopbackServer(_ => Reply("200 OK", SmallSpec.Json));
        await using var moved = new LoopbackServer(_ => $"HTTP/1.1 302 Found\r\nLocation: {server.Address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var folder = new SliceFolder();

        Assert.Equal(0, (await folder.RunBareAsync("add", "widgets", "--spec", moved.Address.ToString())).Code);
    }

    [Theory]
    [InlineData("404 Not Found", "gone", "answered 404 Not Found, not a specification.")]
    [InlineData("500 Internal Server Error", "", "answered 500 Internal Server Error, not a specification.")]
    [InlineData("200 OK", "<!DOCTYPE html><html><body>Sign in</body></html>", "is HTML or XML, not JSON.")]
    [InlineData("200 OK", "openapi: 3.0.0\n", "has no API version")]
    [InlineData("200 OK", "", "is empty.")]
    public Task An_answer_that_is_no_specification(string status, string body, string message) => AssertRefused(_ => Reply(status, body), message);

    [Fact]
    public Task An_answer_that_breaks_off() => AssertRefused(
        _ => Reply("200 OK", SmallSpec.Json)[..^1000],
        "broke off before the specification was whole. Try again.");

    [Fact]
    public Task An_answer_that_breaks_off_between_its_chunks() => AssertRefused(
        _ => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{SmallSpec.Json.Length:X}\r\n{SmallSpec.Json}",
        "broke off before the specification was whole. Try again.");

    [Fact]
    public Task An_answer_whose_end_nothing_tells_is_seen_to_be_cut_off() => AssertRefused(
        _ => $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{SmallSpec.Json[..^1000]}",
        "is cut off: it ends at line ");

    [Fact]
    public async Task Nobody_who_answers()
    {
        string address;
        await using (var server = new LoopbackServer(_ => ""))
        {
            address = server.Address.ToString();
        }

        using var folder = new SliceFolder();
        Response response = await folder.RunBareAsync("list", "--spec", address);

        Assert.Equal(3, response.Code);
        Assert.Contains(address + " cannot be fetched: ", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_password_nor_a_token_of_the_address_is_shown()
    {
        await using var server = new LoopbackServer(_ => Reply("404 Not Found", ""));
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--spec", $"http://me:hidden@{server.Address.Authority}/spec3.json?token=hidden");

        Assert.Contains($"http://{server.Address.Authority}/spec3.json answered 404", response.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", response.Error + response.Output, StringComparison.Ordinal);
    }

    private static async Task AssertRefused(Func<Uri, string> reply, string message)
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
