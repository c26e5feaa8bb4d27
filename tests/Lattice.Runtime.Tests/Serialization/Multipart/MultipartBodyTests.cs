using System.Text;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Serialization.Multipart;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization.Multipart;

/// <summary>Bodies with a file.</summary>
public class MultipartBodyTests
{
    private static readonly StripeOperation<MultipartParams, StripeEmpty> s_operation = new(
        "File.Create", HttpMethod.Post, "/v1/files", Thing.ApiVersion, StripeJsonReader.Read<StripeEmpty>)
    {
        BodyKind = StripeBodyKind.Multipart,
    };

    [Fact]
    public async Task Fields_and_the_file_are_parts()
    {
        using var content = new MemoryStream("\0ÿ-content"u8.ToArray());
        (string type, string body) = await SendAsync(new FileParams
        {
            File = new StripeFileUpload(content, "a \"lögo\".png", "image/png"),
            Child = new() { Text = "a&b=é", Flag = true },
        });

        Assert.StartsWith("multipart/form-data; boundary=", type, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"child[text]\"\r\n\r\na&b=é\r\n", body, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"child[flag]\"\r\n\r\ntrue\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"a %22lögo%22.png\"", body, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/png\r\n", body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n\0ÿ-content\r\n", body, StringComparison.Ordinal);
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_stream_is_sent_from_its_position_even_if_it_cannot_seek()
    {
        using var content = new MemoryStream("skip-sent"u8.ToArray());
        content.Position = 5;
        Assert.Contains(
            "\r\n\r\nsent\r\n",
            (await SendAsync(new FileParams { File = new StripeFileUpload(content, "f") })).Body,
            StringComparison.Ordinal);

        using var oneWay = new OneWayStream("one-way"u8.ToArray());
        Assert.Contains(
            "\r\n\r\none-way\r\n",
            (await SendAsync(new FileParams { File = new StripeFileUpload(oneWay, "f") })).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_uploaded_twice_is_sent_completely_twice()
    {
        using var content = new MemoryStream("skip-whole"u8.ToArray());
        content.Position = 5;
        var file = new StripeFileUpload(content, "f");

        string[] bodies = [(await SendAsync(new FileParams { File = file })).Body, (await SendAsync(new FileParams { File = file })).Body];

        Assert.All(bodies, body => Assert.Contains("\r\n\r\nwhole\r\n", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extra_parameter_with_the_name_of_the_file_is_rejected()
    {
        using Caller caller = Caller.Succeeding();
        using var content = new MemoryStream();
        var options = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["file"] = "x" } };

        Task SendAsync(FileParams parameters) => s_operation.TrySendAsync(caller.Client, [], parameters, options, CancellationToken.None);

        ArgumentException problem = await Assert.ThrowsAsync<ArgumentException>(
            () => SendAsync(new FileParams { File = new StripeFileUpload(content, "f") }));
        Assert.Contains("'file'", problem.Message, StringComparison.Ordinal);
        await SendAsync(new FileParams());
    }

    [Fact]
    public async Task A_file_whose_stream_was_closed_is_rejected_and_not_sent()
    {
        using Caller caller = Caller.Succeeding();
        var content = new MemoryStream();
        var file = new StripeFileUpload(content, "f");
        await content.DisposeAsync();

        ArgumentException problem = await Assert.ThrowsAsync<ArgumentException>(
            () => s_operation.TrySendAsync(caller.Client, [], new FileParams { File = file }, null, CancellationToken.None));

        Assert.Contains("was closed", problem.Message, StringComparison.Ordinal);
        Assert.Empty(caller.Handler.Requests);
    }

    [Fact]
    public void A_file_that_cannot_be_sent_is_rejected_by_the_constructor()
    {
        var closed = new MemoryStream();
        closed.Dispose();

        Assert.Throws<ArgumentException>(() => new StripeFileUpload(closed, "f"));
        Assert.Throws<ArgumentException>(() => new StripeFileUpload(Stream.Null, ""));
        Assert.Throws<ArgumentException>(() => new StripeFileUpload(Stream.Null, "f", "no type"));
        Assert.Equal("application/octet-stream", new StripeFileUpload(Stream.Null, "f").ContentType);
    }

    [Fact]
    public async Task An_unset_file_is_not_a_part() =>
        Assert.DoesNotContain(
            "name=\"file\"", (await SendAsync(new FileParams { Child = new() { Text = "a" } })).Body, StringComparison.Ordinal);

    [Fact]
    public void ToString_has_the_names_that_are_set_and_no_value() => Assert.Equal(
        "FileParams { file, child }",
        new FileParams { File = new StripeFileUpload(Stream.Null, "hidden.png"), Child = new() { Text = "hidden" } }.ToString());

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task A_file_is_sent_again_only_if_it_can_seek(bool canSeek, int attempts)
    {
        byte[] bytes = "skip-the-file"u8.ToArray();
        using MemoryStream content = canSeek ? new MemoryStream(bytes) : new OneWayStream(bytes);
        content.Position = 5;
        List<string> bodies = [];
        var capture = new CaptureHandler(async sent => bodies.Add(Encoding.UTF8.GetString(await sent.ReadAsByteArrayAsync())), 500);
        using StripeClient client = RetryingCaller.Connect(capture);

        StripeResult<StripeEmpty> result = await s_operation.TrySendAsync(
            client, [], new FileParams { File = new StripeFileUpload(content, "f") }, null, CancellationToken.None);

        Assert.Equal(attempts, result.Error!.Attempts);
        Assert.Equal(attempts, bodies.Count);
        Assert.All(bodies, body => Assert.Contains("\r\n\r\nthe-file\r\n", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_one_read_of_a_file_is_in_progress()
    {
        using var content = new YieldingStream();
        content.Write(Enumerable.Repeat((byte)'z', 300_000).ToArray());
        content.Position = 0;
        string[] bodies = [];
        var capture = new CaptureHandler(
            async sent => bodies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CopyAsync(sent)))));
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, capture);

        await s_operation.SendAsync(client, [], new FileParams { File = new StripeFileUpload(content, "f") }, null, CancellationToken.None);

        Assert.Equal(4, bodies.Length);
        Assert.All(bodies, body => Assert.Equal(300_000, body.Count(character => character == 'z')));
    }

    private static async Task<string> CopyAsync(HttpContent content)
    {
        using var copy = new YieldingStream();
        await content.CopyToAsync(copy);
        return Encoding.UTF8.GetString(copy.ToArray());
    }

    private static async Task<(string Type, string Body)> SendAsync(FileParams parameters)
    {
        string type = "";
        string body = "";
        var capture = new CaptureHandler(async content =>
        {
            type = content.Headers.ContentType!.ToString();
            body = Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync());
        });
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, capture);
        await s_operation.SendAsync(client, [], parameters, null, default);
        return (type, body);
    }

    /// <summary>Reads the body once, as a connection does.</summary>
    private sealed class CaptureHandler(Func<HttpContent, Task> capture, int status = 200) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await capture(request.Content!);
            return StubResponse.Of(status, "{}", StubResponse.RequestId);
        }
    }

    /// <summary>Is read and written bit by bit, so that others come in between.</summary>
    private sealed class YieldingStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 1_000)], cancellationToken);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            await base.WriteAsync(buffer, cancellationToken);
        }
    }

    private sealed class OneWayStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }

    private sealed class FileParams : MultipartParams
    {
        public StripeFileUpload? File { get; init; }

        public ThingParams? Child { get; init; }

        protected override IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> GetFiles() => [new("file", File)];

        protected override void Write(ref FormWriter form) => form.WriteObject("child"u8, Child);
    }
}
