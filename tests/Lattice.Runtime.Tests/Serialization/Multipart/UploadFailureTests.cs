using System.Text;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization.Multipart;

/// <summary>What goes wrong with the caller's own stream is not blamed on the connection, not repeated, and leaves no doubt.</summary>
public sealed class UploadFailureTests
{
    private const int Size = 200_000;

    private static readonly Dictionary<string, Func<MemoryStream, Stream>> s_failures = new()
    {
        ["fails to read"] = content => new FaultyStream(content, read => read > 100_000 ? throw new IOException("hidden") : read),
        ["is disposed while it is read"] = content => new FaultyStream(content, read =>
        {
            if (read > 100_000)
            {
                content.Dispose();
            }

            return read;
        }),
        ["shrinks"] = content => new FaultyStream(content, read =>
        {
            if (read > 100_000)
            {
                content.SetLength(100_000);
            }

            return read;
        }),
        ["fails to go back"] = content => new FaultyStream(content, position: _ => throw new NotSupportedException("hidden")),
        ["has a bug"] = content => new FaultyStream(content, _ => throw new InvalidCastException("hidden")),
    };

    public static TheoryData<string> Failures => [.. s_failures.Keys];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_stream_that(string failure)
    {
        using var content = new MemoryStream(new byte[Size], writable: true);
        content.SetLength(Size);
        Stream stream = s_failures[failure](content);
        using var caller = new RetryingCaller([RetryingCaller.Success]);

        StripeError error = await FailAsync(caller, stream);

        Assert.Equal(StripeErrorType.UploadError, error.Type);
        Assert.False(error.IsOutcomeUnknown);
        Assert.Equal(1, error.Attempts);
        Assert.Contains("'file'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_lost_attempt_the_outcome_stays_open()
    {
        using var content = new MemoryStream(new byte[Size]);
        int attempts = 0;
        var stream = new FaultyStream(content, read => attempts > 0 ? throw new IOException() : read);
        using var caller = new RetryingCaller([() =>
        {
            attempts++;
            throw new HttpRequestException();
        }]);

        StripeError error = await FailAsync(caller, stream);

        Assert.Equal(StripeErrorType.UploadError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task Content_that_was_read_twice_in_one_attempt_may_have_arrived_the_first_time()
    {
        using var content = new MemoryStream(new byte[Size]);
        int reads = 0;
        var stream = new FaultyStream(content, read => reads > 0 ? throw new IOException() : read);

        // As .NET does when a reused connection was closed.
        using var handler = new ReadingHandler(async request =>
        {
            await request.CopyToAsync(Stream.Null);
            reads++;
            await request.CopyToAsync(Stream.Null);
        });
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, handler);

        StripeError error = (await UploadAsync(client, stream)).Error!;

        Assert.Equal(StripeErrorType.UploadError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_failure_of_an_earlier_attempt_does_not_count_for_the_later_one(bool hasResponse)
    {
        using var content = new MemoryStream(new byte[Size]);
        int attempts = 0;
        var stream = new FaultyStream(content, read => attempts == 1 ? throw new IOException() : read);

        // A handler that responds even if the stream failed; then the whole file is sent.
        using var handler = new ReadingHandler(
            async request =>
            {
                attempts++;
                try
                {
                    await request.CopyToAsync(Stream.Null);
                }
                catch (HttpRequestException) when (attempts == 1)
                {
                }

                if (attempts > 1 && !hasResponse)
                {
                    throw new HttpRequestException();
                }
            },
            () => StubResponse.Of(attempts == 1 ? 503 : 400, "<html>"));
        using StripeClient client = RetryingCaller.Connect(handler, options => options.MaxRetries = 1);

        StripeError error = (await UploadAsync(client, stream)).Error!;

        Assert.Equal(2, error.Attempts);
        Assert.NotEqual(StripeErrorType.UploadError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(true, -1)]
    [InlineData(false, -1)]
    [InlineData(true, int.MaxValue)]
    [InlineData(false, int.MaxValue)]
    public async Task A_stream_that_returns_an_impossible_count_fails(bool canSeek, int count)
    {
        using var content = new MemoryStream(new byte[Size]);
        using var caller = new RetryingCaller([RetryingCaller.Success]);

        StripeError error = await FailAsync(caller, new FaultyStream(content, canSeek: canSeek, count: count));

        Assert.Equal(StripeErrorType.UploadError, error.Type);
        Assert.False(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task Every_attempt_sends_the_first_length_of_a_growing_file()
    {
        using var content = new MemoryStream();
        content.Write("begin"u8);
        content.Position = 0;
        List<string> bodies = [];
        using var handler = new ReadingHandler(async request =>
        {
            bodies.Add(Encoding.UTF8.GetString(await request.ReadAsByteArrayAsync()));
            content.Position = content.Length;
            content.Write("more"u8);
            throw new HttpRequestException();
        });
        using StripeClient client = RetryingCaller.Connect(handler);

        StripeError error = (await UploadAsync(client, content)).Error!;

        Assert.Equal(3, error.Attempts);
        Assert.All(bodies, body => Assert.Contains("\r\n\r\nbegin\r\n", body, StringComparison.Ordinal));
        Assert.Single(bodies.Select(body => body.Length).Distinct());
    }

    [Fact]
    public async Task A_stream_positioned_after_its_end_is_rejected_and_not_sent()
    {
        using var content = new MemoryStream(new byte[10]);
        content.Position = 11;
        using Caller caller = Caller.Succeeding();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => UploadAsync(caller.Client, content));

        Assert.Contains("'file'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("after its end", exception.Message, StringComparison.Ordinal);
        Assert.Empty(caller.Handler.Requests);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_not_sent_by_a_second_call()
    {
        using var content = new MemoryStream(new byte[10]);
        var upload = new StripeFileUpload(new FaultyStream(content, canSeek: false), "f");
        using Caller caller = Caller.Succeeding();

        await UploadParams.CreateOperation.SendAsync(caller.Client, [], new UploadParams { File = upload }, null, CancellationToken.None);
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => UploadParams.CreateOperation.SendAsync(
                caller.Client, [], new UploadParams { File = upload }, null, CancellationToken.None));

        Assert.Contains("cannot seek and was sent before", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_blocks_ends_with_the_timeout_of_the_attempt(bool looksAtItsToken)
    {
        using var content = new MemoryStream(new byte[Size]);
        var stream = new FaultyStream(
            content, readAsync: cancellation => Task.Delay(Timeout.Infinite, looksAtItsToken ? cancellation : CancellationToken.None));

        // The stub handler ignores the token; this one passes it on, as a connection does.
        using var handler = new ReadingHandler((request, cancellation) => request.CopyToAsync(Stream.Null, cancellation));
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key, AttemptTimeout = TimeSpan.FromMilliseconds(50), MaxRetries = 0 }, handler);

        Assert.Equal(StripeErrorType.TimeoutError, (await UploadAsync(client, stream)).Error!.Type);
    }

    [Theory]
    [InlineData("a\0.png")]
    [InlineData("a\r\nX: 1.png")]
    [InlineData("a\t.png")]
    [InlineData("a\u001b.png")]
    [InlineData("a\u007f.png")]
    [InlineData("a\u0085.png")]
    public void A_file_name_with_a_control_character_is_rejected(string name) =>
        Assert.Throws<ArgumentException>(() => new StripeFileUpload(Stream.Null, name));

    [Fact]
    public async Task A_control_character_in_the_name_of_an_extra_parameter_does_not_end_a_header()
    {
        using Caller caller = Caller.Succeeding();
        var options = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["a\0\r\n\"b"] = "c" } };
        var parameters = new UploadParams { File = new StripeFileUpload(Stream.Null, "f") };

        await UploadParams.CreateOperation.SendAsync(caller.Client, [], parameters, options, CancellationToken.None);

        Assert.Contains("name=\"a%00%0D%0A%22b\"\r\n", caller.Sent.Body, StringComparison.Ordinal);
    }

    private static async Task<StripeError> FailAsync(RetryingCaller caller, Stream content)
    {
        using StripeClient client = RetryingCaller.Connect(caller.Handler);
        return (await UploadAsync(client, content)).Error!;
    }

    private static Task<StripeResult<Thing>> UploadAsync(StripeClient client, Stream content) => UploadParams.CreateOperation.TrySendAsync(
        client, [], new UploadParams { File = new StripeFileUpload(content, "f.png") }, null, CancellationToken.None);

    private sealed class ReadingHandler(Func<HttpContent, CancellationToken, Task> read, Func<HttpResponseMessage>? response = null)
        : HttpMessageHandler
    {
        public ReadingHandler(Func<HttpContent, Task> read, Func<HttpResponseMessage>? response = null)
            : this((content, _) => read(content), response)
        {
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await read(request.Content!, cancellationToken);
            return response?.Invoke() ?? StubResponse.Of(200, StubResponse.Thing);
        }
    }

    /// <summary>Passes on to another stream what its callbacks let pass; each read gives 20,000 bytes at most.</summary>
    private sealed class FaultyStream(
        MemoryStream inner,
        Func<long, long>? read = null,
        Action<long>? position = null,
        Func<CancellationToken, Task>? readAsync = null,
        bool canSeek = true,
        int? count = null) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => canSeek ? inner.Length : throw new NotSupportedException();

        public override long Position
        {
            get => inner.Position;
            set
            {
                position?.Invoke(value);
                inner.Position = value;
            }
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read?.Invoke(inner.CanRead ? inner.Position : long.MaxValue);
            if (readAsync is not null)
            {
                await readAsync(cancellationToken);
            }

            return count ?? inner.Read(buffer.Span[..Math.Min(buffer.Length, 20_000)]);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
