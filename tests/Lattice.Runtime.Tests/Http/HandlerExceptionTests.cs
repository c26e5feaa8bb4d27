using System.Net.Sockets;
using System.Security.Authentication;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Http;

/// <summary>Whatever the caller's handler throws is an error of the call; misuse and the caller's cancellation alone are exceptions.</summary>
public sealed class HandlerExceptionTests
{
    private static readonly Dictionary<string, Func<Exception>> s_exceptions = new()
    {
        ["an open circuit"] = () => new OpenCircuitException("hidden"),
        ["an invalid state"] = () => new InvalidOperationException("hidden"),
        ["a disposed object"] = () => new ObjectDisposedException("hidden", "hidden"),
        ["a format"] = () => new UriFormatException("hidden"),
        ["an argument"] = () => new ArgumentException("hidden"),
        ["several"] = () => new AggregateException("hidden", new InvalidOperationException("hidden")),
        ["a bug"] = () => new InvalidCastException("hidden"),
    };

    public static TheoryData<string> Exceptions => [.. s_exceptions.Keys];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Instead_of_an_answer_it_is_a_connection_error_and_not_repeated(string name)
    {
        Exception thrown = s_exceptions[name]();
        using var caller = new RetryingCaller([() => throw thrown, RetryingCaller.Success]);

        await AssertErrorAsync(caller, thrown);
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Within_the_body_it_is_the_same(string name)
    {
        Exception thrown = s_exceptions[name]();
        using var body = new ThrowingStream(thrown);
        using var caller = new RetryingCaller([() => Reply.Of(200, new StreamContent(body)), RetryingCaller.Success]);

        await AssertErrorAsync(caller, thrown);
    }

    [Fact]
    public async Task Thrown_without_a_task_it_is_the_same()
    {
        var thrown = new InvalidOperationException("hidden");
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, new ThrowingHandler(thrown));

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.Same(thrown, error.GetException());
    }

    [Theory]
    [InlineData(typeof(SocketException))]
    [InlineData(typeof(AuthenticationException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(HttpRequestException))]
    public async Task What_the_network_throws_is_repeated(Type exception)
    {
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Fail((Exception)Activator.CreateInstance(exception)!), 3));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.Equal(3, error.Attempts);
        Assert.IsType(exception, error.GetException());
    }

    [Fact]
    public async Task A_time_that_ran_out_is_a_timeout_and_repeated()
    {
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Fail(new TimeoutException("hidden")), 3));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(StripeErrorType.TimeoutError, error.Type);
        Assert.Equal(3, error.Attempts);
        Assert.IsType<TimeoutException>(error.GetException());
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_HttpClient_that_is_disposed_is_a_connection_error()
    {
        using var handler = ScriptedHandler.Responding(200, Reply.Thing);
        var http = new HttpClient(handler);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, http);
        http.Dispose();

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.IsType<ObjectDisposedException>(error.GetException());
    }

    [Fact]
    public async Task A_client_that_is_disposed_during_the_call_hands_the_key_back()
    {
        RetryingCaller caller = null!;
        using (caller = new RetryingCaller([() =>
        {
            caller.Dispose();
            return Reply.Of(500, "");
        }]))
        {
            StripeError error = Caller.Failed(await caller.TryAsync(new StripeRequestOptions { IdempotencyKey = "key-1" }));

            Assert.Equal(StripeErrorType.ConnectionError, error.Type);
            Assert.Equal("key-1", error.IdempotencyKey);
            Assert.True(error.IsOutcomeUnknown);
        }
    }

    [Fact]
    public async Task The_callers_cancellation_goes_before_whatever_is_thrown()
    {
        using var source = new CancellationTokenSource();
        using var caller = new RetryingCaller([() =>
        {
            source.Cancel();
            throw new InvalidOperationException("hidden");
        }]);

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(() => caller.TryAsync(null, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_no_value_of_the_path()
    {
        using var caller = new Caller(new ScriptedHandler((request, _) => throw new HttpRequestException($"Failed: {request}")));

        StripeResult<Thing> result = await Thing.Post("/v1/things/{id}/parts")
            .TrySendAsync(caller.Client, ["hidden"], new ThingParams { Text = "hidden" }, null, CancellationToken.None);

        string text = Assert.Throws<StripeException>(() => result.GetValueOrThrow()).ToString();
        Assert.Contains("hidden", result.Error!.GetException()!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Caller.Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", System.Text.Json.JsonSerializer.Serialize(result), StringComparison.Ordinal);
    }

    private static async Task AssertErrorAsync(RetryingCaller caller, Exception thrown)
    {
        StripeResult<Thing> result = await caller.TryAsync(new StripeRequestOptions { IdempotencyKey = "key-1" });

        StripeError error = Caller.Failed(result);
        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.Same(thrown, error.GetException());
        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, caller.Unused);
        Assert.Equal("key-1", error.IdempotencyKey);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Null(result.Response);
        Assert.Contains(thrown.GetType().Name, error.Message, StringComparison.Ordinal);
        var exception = Assert.Throws<StripeException>(() => result.GetValueOrThrow());
        Assert.Null(exception.InnerException);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What a circuit breaker of a user's own throws.</summary>
    private sealed class OpenCircuitException(string message) : Exception(message);

    private sealed class ThrowingHandler(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw exception;
    }

    private sealed class ThrowingStream(Exception exception) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw exception;
    }
}
