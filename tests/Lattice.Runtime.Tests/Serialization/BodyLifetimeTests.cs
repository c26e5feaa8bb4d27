using System.Buffers;
using System.Text;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization;

/// <summary>A body lives in pooled memory: however a handler reads it, it sees this call's bytes or none.</summary>
public sealed class BodyLifetimeTests
{
    private static readonly string s_text = new('s', 3_000);
    private static readonly string s_body = $"text={s_text}";

    [Fact]
    public async Task A_body_can_be_read_again_and_in_parallel()
    {
        var seen = new List<string>();
        using var caller = new Caller(new StubHandler(async (request, _) =>
        {
            seen.AddRange(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CopyAsync(request.Content!)))));
            seen.Add(await CopyAsync(request.Content!));
            using var synchronous = new MemoryStream();
            request.Content!.CopyTo(synchronous, null, CancellationToken.None);
            seen.Add(Encoding.UTF8.GetString(synchronous.ToArray()));
            seen.Add(await request.Content!.ReadAsStringAsync(CancellationToken.None));
            return StubResponse.Of(200, StubResponse.Thing);
        }));

        await caller.CreateAsync(new ThingParams { Text = s_text });

        Assert.Equal(11, seen.Count);
        Assert.All(seen, body => Assert.Equal(s_body, body));
    }

    [Fact]
    public async Task A_body_cannot_be_read_after_the_call()
    {
        HttpContent? kept = null;
        using var caller = new Caller(new StubHandler((request, _) =>
        {
            kept = request.Content;
            return Task.FromResult(StubResponse.Of(200, StubResponse.Thing));
        }));

        await caller.CreateAsync(new ThingParams { Text = s_text });

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.ReadAsByteArrayAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => CopyAsync(kept!));
    }

    [Fact]
    public async Task A_handler_that_keeps_the_content_cannot_read_it_after_the_call()
    {
        // A content around ours outlives the disposal of the request.
        HoldingContent? kept = null;
        using var caller = new Caller(new StubHandler((request, _) =>
        {
            kept = new HoldingContent(request.Content!);
            request.Content = null;
            return Task.FromResult(StubResponse.Of(200, StubResponse.Thing));
        }));

        await caller.CreateAsync(new ThingParams { Text = s_text });

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => CopyAsync(kept!));
        Assert.IsType<ObjectDisposedException>(exception.GetBaseException());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_read_in_progress_at_the_end_of_the_call_gets_no_other_bytes(int status)
    {
        using var slow = new GatedStream();
        Task? reading = null;
        using var caller = new Caller(new StubHandler((request, _) =>
        {
            reading ??= request.Content!.CopyToAsync(slow, CancellationToken.None);
            return Task.FromResult(StubResponse.Of(status, StubResponse.Thing));
        }));

        await caller.TryAsync(new ThingParams { Text = s_text });
        Assert.False(reading!.IsCompleted);

        // Other calls of the same size rent what was returned to the pool.
        for (int i = 0; i < 50; i++)
        {
            await caller.TryAsync(new ThingParams { Text = new string('o', s_text.Length) });
        }

        slow.Open();
        await reading;
        Assert.Equal(s_body, Encoding.UTF8.GetString(slow.ToArray()));
    }

    [Fact]
    public async Task A_read_of_an_abandoned_attempt_continues_during_the_next_attempt()
    {
        using var slow = new GatedStream();
        Task? reading = null;
        List<string> seen = [];
        using StripeClient client = RetryingCaller.Connect(new ReadingHandler(async content =>
        {
            if (reading is null)
            {
                reading = content.CopyToAsync(slow, CancellationToken.None);
                throw new HttpRequestException("given up");
            }

            seen.AddRange(await Task.WhenAll(CopyAsync(content), CopyAsync(content)));
            slow.Open();
            await reading;
        }));

        await Thing.CreateOperation.SendAsync(client, [], new ThingParams { Text = s_text }, null, CancellationToken.None);

        Assert.Equal([s_body, s_body], seen);
        Assert.Equal(s_body, Encoding.UTF8.GetString(slow.ToArray()));
    }

    [Fact]
    public async Task Calls_in_parallel_each_send_their_own_body()
    {
        using Caller caller = Caller.Succeeding();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            () => caller.CreateAsync(new ThingParams { Text = new string((char)('a' + (i % 26)), 100 + i) }))));

        IEnumerable<string> expected = Enumerable.Range(0, 200).Select(i => "text=" + new string((char)('a' + (i % 26)), 100 + i));
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            caller.Handler.Requests.Select(request => request.Body!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_that_is_canceled_during_a_delay_returns_each_buffer_once()
    {
        for (int i = 0; i < 20; i++)
        {
            using var source = new CancellationTokenSource();
            using var caller = new RetryingCaller([RetryingCaller.Response(500, new string('x', 300))]);
            caller.Clock.OnWait = source.Cancel;
            await Assert.ThrowsAsync<StripeCanceledException>(() => caller.TryAsync(cancellationToken: source.Token));
        }

        // A buffer that was returned twice would be rented twice.
        byte[][] rented = [.. Enumerable.Range(0, 200).Select(i => ArrayPool<byte>.Shared.Rent(i % 2 == 0 ? 512 : 1024))];
        Assert.Equal(rented.Length, rented.Distinct().Count());
    }

    private static async Task<string> CopyAsync(HttpContent content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return Encoding.UTF8.GetString(copy.ToArray());
    }

    /// <summary>Reads the body in its own way, without a look at it before.</summary>
    private sealed class ReadingHandler(Func<HttpContent, Task> read) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await read(request.Content!);
            return StubResponse.Of(200, StubResponse.Thing);
        }
    }

    private sealed class HoldingContent(HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Reads the bytes only on request.</summary>
    private sealed class GatedStream : MemoryStream
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _gate.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _gate.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
