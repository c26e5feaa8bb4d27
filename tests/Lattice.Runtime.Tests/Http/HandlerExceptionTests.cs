using System.Net.Sockets;
using System.Security.Authentication;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Http;

/// <summary>Any exception of the caller's handler is an error of the call. Only misuse and the caller's cancellation throw.</summary>
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
    public async Task An_exception_instead_of_a_response_is_a_connection_error_and_not_repeated(string name)
    {
        Exception thrown = s_exceptions[name]();
        using var caller = new RetryingCaller([() => throw thrown, RetryingCaller.Success]);

        await AssertErrorAsync(caller, thrown);
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task An_exception_within_the_body_is_the_same(string name)
    {
        Exception thrown = s_exceptions[name]();
        using var body = new ThrowingStream(thrown);
        using var caller = new RetryingCaller([() => StubResponse.Of(200, new StreamContent(body)), RetryingCaller.Success]);

        await AssertErrorAsync(caller, thrown);
    }

    [Fact]
    public async Task An_exception_without_a_task_is_the_same()
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
    public async Task A_network_failure_is_repeated(Type exception)
    {
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Fail((Exception)Activator.CreateInstance(exception)!), 3));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.Equal(3, error.Attempts);
        Assert.IsType(exception, error.GetException());
    }

    [Fact]
    public async Task A_TimeoutException_is_a_timeout_and_repeated()
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
        using var handler = StubHandler.Responding(200, StubResponse.Thing);
        var http = new HttpClient(handler);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, http);
        http.Dispose();

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.IsType<ObjectDisposedException>(error.GetException());
    }

    [Fact]
    public async Task A_client_that_is_disposed_during_the_call_returns_the_key()
    {
        RetryingCaller caller = null!;
        using (caller = new RetryingCaller([() =>
        {
            caller.Dispose();
            return StubResponse.Of(500, "");
        }]))
        {
            StripeError error = Caller.Failed(await caller.TryAsync(new StripeRequestOptions { IdempotencyKey = "key-1" }));

            Assert.Equal(StripeErrorType.ConnectionError, error.Type);
            Assert.Equal("key-1", error.IdempotencyKey);
            Assert.True(error.IsOutcomeUnknown);
        }
    }

    [Fact]
    public async Task The_callers_cancellation_takes_precedence_over_any_exception()
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
    public async Task A_failure_does_not_contain_path_parameters()
    {
        using var caller = new Caller(new StubHandler((request, _) => throw new HttpRequestException($"Failed: {request}")));

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
