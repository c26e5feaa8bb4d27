using System.Buffers;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Load;

/// <summary>The memory of requests and responses is pooled, and is returned for any end of a call.</summary>
[Collection(nameof(LoadCollection))]
public sealed class BufferTests
{
    private static readonly string s_long = new('x', 20_000);

    private static readonly Dictionary<string, Func<CancellationTokenSource, HttpResponseMessage>> s_responses = new()
    {
        ["a success"] = _ => StubResponse.Of(200, StubResponse.Thing),
        ["a long success"] = _ => StubResponse.Of(200, $$"""{"id":"{{s_long}}"}"""),
        ["a success that is too long"] = _ => StubResponse.Of(200, $$"""{"id":"{{s_long}}{{s_long}}"}"""),
        ["a success that is not JSON"] = _ => StubResponse.Of(200, s_long),
        ["an error"] = _ => StubResponse.Of(400, $$$"""{"error":{"message":"{{{s_long}}}"} }"""),
        ["errors that are repeated"] = _ => StubResponse.Of(500, s_long),
        ["a wait that is too long"] = _ => StubResponse.Of(429, s_long, ("Retry-After", "3600")),
        ["no connection"] = _ => throw new HttpRequestException(),
        ["a fault of the handler"] = _ => throw new InvalidOperationException(),
        ["a body that breaks off"] = _ => StubResponse.Of(200, new StreamContent(new BreakingStream(() => throw new IOException()))),
        ["the caller's cancellation"] = caller =>
        {
            caller.Cancel();
            throw new OperationCanceledException(caller.Token);
        },
        ["the caller's cancellation within the body"] = caller => StubResponse.Of(200, new StreamContent(new BreakingStream(() =>
        {
            caller.Cancel();
            throw new OperationCanceledException(caller.Token);
        }))),
    };

    public static TheoryData<string> Responses => [.. s_responses.Keys];

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task A_buffer_is_returned_after(string response)
    {
        using var watch = new BufferWatch();
        for (int i = 0; i < 100; i++)
        {
            using var source = new CancellationTokenSource();
            using StripeClient client = RetryingCaller.Connect(
                new PlainHandler(() => s_responses[response](source)), options => options.MaxResponseBytes = 30_000);
            await EndAsync(Thing.CreateOperation.TrySendAsync(client, [], new ThingParams { Text = s_long }, null, source.Token));
        }

        Assert.InRange(watch.TotalRented, 100, long.MaxValue);
        Assert.Equal(0, watch.Open);
    }

    [Fact]
    public async Task A_buffer_is_returned_after_invalid_parameters()
    {
        using var watch = new BufferWatch();
        using StripeClient client = RetryingCaller.Connect(new PlainHandler(() => StubResponse.Of(200, StubResponse.Thing)));
        var twice = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["text"] = "set already" } };
        var header = new StripeRequestOptions { ExtraHeaders = new Dictionary<string, string> { ["Authorization"] = "the client's own" } };

        foreach (StripeRequestOptions options in new[] { twice, header })
        {
            await Assert.ThrowsAsync<ArgumentException>(
                () => Thing.CreateOperation.TrySendAsync(client, [], new ThingParams { Text = s_long }, options, CancellationToken.None));
        }

        await Assert.ThrowsAsync<ArgumentException>(
            () => Thing.Post("/v1/{id}").TrySendAsync(client, [".."], new ThingParams { Text = s_long }, null, CancellationToken.None));
        Assert.InRange(watch.TotalRented, 1, long.MaxValue);
        Assert.Equal(0, watch.Open);
    }

    [Fact]
    public void A_buffer_is_cleared_before_it_is_returned()
    {
        byte[] secret = "sk_live_hidden"u8.ToArray();
        string text = string.Concat(Enumerable.Repeat("sk_live_hidden ", 500));
        using StripeClient client = RetryingCaller.Connect(new PlainHandler(() => StubResponse.Of(200, $$"""{"url":"{{text}}"}""")));

        // Not awaited, so that this thread returns the memory and is the first to rent it again.
        Task<StripeResult<Thing>> call = Thing.CreateOperation.TrySendAsync(
            client, [], new ThingParams { Text = text }, null, CancellationToken.None);

        Assert.True(call.IsCompletedSuccessfully);
        for (int size = 16; size <= 64 * 1024; size *= 2)
        {
            byte[][] arrays = [.. Enumerable.Range(0, 8).Select(_ => ArrayPool<byte>.Shared.Rent(size))];
            Assert.All(arrays, array => Assert.Equal(-1, array.AsSpan().IndexOf(secret)));
            Assert.All(arrays, array => ArrayPool<byte>.Shared.Return(array));
        }
    }

    private static async Task EndAsync(Task<StripeResult<Thing>> call)
    {
        try
        {
            await call;
        }
        catch (StripeCanceledException)
        {
            // One of the possible ends of a call.
        }
    }

    /// <summary>Reads the request as a connection does, and rents nothing from a pool itself.</summary>
    private sealed class PlainHandler(Func<HttpResponseMessage> response) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
            return response();
        }
    }

    /// <summary>A body that starts well and then fails.</summary>
    private sealed class BreakingStream(Func<int> fail) : MemoryStream("{\"id\":\""u8.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : fail();
        }
    }
}
