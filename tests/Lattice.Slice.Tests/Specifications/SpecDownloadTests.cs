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
    [InlineData("304 Not Modified", "", "returned 304 Not Modified instead of a specification.")]
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
        "returned more than 64 MB, which cannot be a specification. Check the address.");

    [Fact]
    public async Task A_download_without_end_is_an_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = SendForeverAsync(listener, bytes: 1024 * 1024);
        using var folder = new SliceFolder();
        string address = $"http://{listener.LocalEndpoint}/";

        Response response = await folder.RunBareAsync("list", "--spec", address);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains($"{address} returned more than 64 MB", response.Error, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_response_that_cannot_be_decompressed_is_an_error(string encoding)
    {
        await using var server = new LoopbackServer(_ => Reply($"200 OK\r\nContent-Encoding: {encoding}", SmallSpec.Json));
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--spec", server.Address.ToString());

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(
            $"Cannot download {server.Address}: the response cannot be decompressed. Try again.", response.Error, StringComparison.Ordinal);
    }

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
        Assert.Contains("pass it with --spec FILE", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_name_is_unknown_is_an_error_with_a_way_out()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--spec", "http://nowhere.invalid/spec3.json");

        Assert.Equal(3, response.Code);
        Assert.Contains(
            "Cannot download http://nowhere.invalid/spec3.json: the name of the server cannot be resolved. "
            + "Check the address and the network connection. If you have a copy of the document, pass it with --spec FILE.",
            response.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_sends_nothing_is_an_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var download = new SpecDownload(DownloadLimits.Default with { Silence = TimeSpan.FromMilliseconds(50) }, _ => { });
        var address = new Uri($"http://{listener.LocalEndpoint}/");

        var exception = await Assert.ThrowsAsync<SpecUnavailableException>(
            () => download.FetchAsync(address, "spec3.json", tag: null, CancellationToken.None));

        Assert.Equal("Cannot download spec3.json: the server sent nothing for 0.05 seconds.", exception.Message);
    }

    [Fact]
    public async Task A_download_that_never_ends_is_an_error_even_if_it_never_pauses()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = SendForeverAsync(listener, bytes: 1, pause: TimeSpan.FromMilliseconds(5));
        var download = new SpecDownload(DownloadLimits.Default with { Total = TimeSpan.FromMilliseconds(300) }, _ => { });
        var address = new Uri($"http://{listener.LocalEndpoint}/");

        var exception = await Assert.ThrowsAsync<SpecUnavailableException>(
            () => download.FetchAsync(address, "spec3.json", tag: null, CancellationToken.None));

        Assert.Equal("Cannot download spec3.json: it did not end within 0.3 seconds.", exception.Message);
        await Assert.ThrowsAnyAsync<IOException>(() => serving);
    }

    [Fact]
    public async Task A_download_can_be_canceled()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var download = new SpecDownload(DownloadLimits.Default, _ => { });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => download.FetchAsync(new Uri($"http://{listener.LocalEndpoint}/"), "spec3.json", tag: null, cancel.Token));
    }

    [Fact]
    public async Task The_progress_of_a_download_is_reported()
    {
        await using var server = new SpecServer(SmallSpec.Json);
        var progress = new List<string>();
        var download = new SpecDownload(DownloadLimits.Default, progress.Add);

        await download.FetchAsync(server.Address, "spec3.json", tag: null, CancellationToken.None);

        Assert.Equal("Downloading from 127.0.0.1: 0.0 of 0.0 MB (100%)", progress[^1]);
    }

    [Theory]
    [InlineData(0, null, "Downloading from example.com: 0.0 MB")]
    [InlineData(3_250_000, null, "Downloading from example.com: 3.3 MB")]
    [InlineData(3_250_000, 8_100_000L, "Downloading from example.com: 3.3 of 8.1 MB (40%)")]
    [InlineData(8_100_000, 8_100_000L, "Downloading from example.com: 8.1 of 8.1 MB (100%)")]
    [InlineData(0, 0L, "Downloading from example.com: 0.0 MB")]
    public void Progress_is_megabytes_and_a_percentage_if_the_size_is_known(long read, long? total, string text) =>
        Assert.Equal(text, DownloadProgress.Describe("example.com", read, total));

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
    private static async Task SendForeverAsync(TcpListener listener, int bytes, TimeSpan pause = default)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
        byte[] spaces = [.. Enumerable.Repeat((byte)' ', bytes)];
        while (true)
        {
            await stream.WriteAsync(spaces);
            await Task.Delay(pause);
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
