using System.Net;
using System.Net.Sockets;
using System.Text;
using Lattice.Slice.Specifications;
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
            _ => Redirect(server.Address.ToString()));
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

    [Theory]
    [InlineData("file:///etc/passwd", "file")]
    [InlineData("ftp://me:hidden@example.com/spec3.json?token=hidden", "ftp")]
    [InlineData("data:application/json,hidden", "data")]
    public async Task A_redirect_to_another_protocol_is_not_followed(string location, string protocol)
    {
        await using var server = new LoopbackServer(_ => Redirect(location));
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--spec", server.Address.ToString());

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(
            $"{server.Address} redirects to an address that starts with {protocol}:, not with http or https. The redirect is not followed. ",
            response.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", response.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://me:hidden@[::1/")]
    [InlineData("http://")]
    public Task A_redirect_to_an_invalid_address_is_an_error(string location) =>
        AssertRejected(_ => Redirect(location), "returned 302 Found instead of a specification.");

    [Fact]
    public Task A_redirect_to_itself_is_an_error() =>
        AssertRejected(address => Redirect(address.ToString()), "redirects to ");

    [Theory]
    [InlineData("https://example.com/a", "http://example.com/a", "which is not encrypted")]
    [InlineData("https://example.com/a", "ftp://example.com/a", "starts with ftp:")]
    [InlineData("https://example.com/a", "https://example.org/a", null)]
    [InlineData("https://example.com/a", "//example.org/a", null)]
    [InlineData("http://example.com/a", "https://example.org/a", null)]
    public async Task A_redirect_does_not_lose_encryption(string address, string location, string? reason)
    {
        Queue<HttpResponseMessage> responses = new(
        [
            new(HttpStatusCode.Found) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } },
            new(HttpStatusCode.OK),
        ]);
        var server = new StubHandler((_, _) => Task.FromResult(responses.Dequeue()));
        using var client = new HttpClient(new RedirectHandler(server));

        Exception? exception = await Record.ExceptionAsync(() => client.GetAsync(new Uri(address)));

        Assert.Equal(reason is null ? 2 : 1, server.Requests.Count);
        Assert.Equal(reason is null, exception is null);
        Assert.Contains(reason ?? "", exception?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public Task A_response_that_is_too_large_is_an_error() => AssertRejected(
        _ => "HTTP/1.1 200 OK\r\nContent-Length: 300000000\r\nConnection: close\r\n\r\n",
        "returned more than 256 MB, which cannot be a specification. Check the address.");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public Task A_response_that_cannot_be_decompressed_is_an_error(string encoding) => AssertRejected(
        _ => Reply($"200 OK\r\nContent-Encoding: {encoding}", SmallSpec.Json),
        "sent data that cannot be decompressed. Try again.");

    [Fact]
    public async Task A_download_without_end_is_an_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = SendForeverAsync(listener);
        using var folder = new SliceFolder();
        string address = $"http://{listener.LocalEndpoint}/";

        Response response = await folder.RunBareAsync("list", "--spec", address);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains($"{address} returned more than 256 MB", response.Error, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<IOException>(() => serving);
    }

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

    /// <summary>Sends white space to the first client until it closes the connection.</summary>
    private static async Task SendForeverAsync(TcpListener listener)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
        byte[] spaces = [.. Enumerable.Repeat((byte)' ', 1024 * 1024)];
        while (true)
        {
            await stream.WriteAsync(spaces);
        }
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

    private static string Redirect(string location) =>
        $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static string Reply(string status, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
}
