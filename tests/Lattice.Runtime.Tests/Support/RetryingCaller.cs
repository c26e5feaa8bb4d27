using Lattice.Stripe.Serialization.Form;

namespace Lattice.Stripe.Tests.Support;

/// <summary>A client with stubbed attempts, on a clock that advances itself to the end of each delay.</summary>
internal sealed class RetryingCaller : IDisposable
{
    private readonly Queue<Func<HttpResponseMessage>> _script;
    private readonly StripeClient _client;

    public RetryingCaller(IEnumerable<Func<HttpResponseMessage>> script, Action<StripeClientOptions>? configure = null)
    {
        _script = new(script);
        Handler = new StubHandler((_, _) => Task.FromResult(_script.Dequeue()()));
        _client = Connect(Handler, options =>
        {
            options.TimeProvider = Clock;
            configure?.Invoke(options);
        });
    }

    public StubHandler Handler { get; }

    /// <summary>Fires the timer of each delay as soon as it is started, and records the delay.</summary>
    public SkippingTimeProvider Clock { get; } = new();

    public IReadOnlyList<TimeSpan> Waits => Clock.Waits;

    /// <summary>The number of stub responses that were not used.</summary>
    public int Unused => _script.Count;

    public Task<StripeResult<Thing>> TryAsync(StripeRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Thing.CreateOperation.TrySendAsync(_client, [], new ThingParams { Text = "t" }, options, cancellationToken);

    /// <summary>Calls an operation on one thing.</summary>
    public Task<StripeResult<Thing>> TryAsync(
        StripeOperation<FormParams, Thing> operation,
        StripeRequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        operation.TrySendAsync(_client, ["thing_1"], null, options, cancellationToken);

    /// <summary>Creates a client whose delays end immediately and whose attempts have no timeout.</summary>
    public static StripeClient Connect(HttpMessageHandler handler, Action<StripeClientOptions>? configure = null)
    {
        var options = new StripeClientOptions
        {
            ApiKey = Caller.Key,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            TimeProvider = new SkippingTimeProvider(),
        };
        configure?.Invoke(options);
        return new StripeClient(options, handler);
    }

    public static Func<HttpResponseMessage> Response(int status, string body, params (string Name, string Value)[] headers) =>
        () => StubResponse.Of(status, body, headers);

    public static Func<HttpResponseMessage> Success => Response(200, StubResponse.Thing);

    public static Func<HttpResponseMessage> Fail(Exception exception) => () => throw exception;

    public void Dispose() => _client.Dispose();
}
