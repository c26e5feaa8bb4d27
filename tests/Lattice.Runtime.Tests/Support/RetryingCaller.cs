namespace Lattice.Stripe.Tests.Support;

/// <summary>A client whose attempts end as a script says, on a clock that moves on by itself to each wait's end.</summary>
internal sealed class RetryingCaller : IDisposable
{
    private readonly Queue<Func<HttpResponseMessage>> _script;
    private readonly StripeClient _client;

    public RetryingCaller(IEnumerable<Func<HttpResponseMessage>> script, Action<StripeClientOptions>? configure = null)
    {
        _script = new(script);
        Handler = new ScriptedHandler((_, _) => Task.FromResult(_script.Dequeue()()));
        _client = Connect(Handler, options =>
        {
            options.TimeProvider = Clock;
            configure?.Invoke(options);
        });
    }

    public ScriptedHandler Handler { get; }

    /// <summary>Runs each wait's timer as soon as it is started, and remembers how long it was.</summary>
    public SkippingTimeProvider Clock { get; } = new();

    public IReadOnlyList<TimeSpan> Waits => Clock.Waits;

    /// <summary>How many steps of the script were not asked for.</summary>
    public int Unused => _script.Count;

    public Task<StripeResult<Thing>> TryAsync(StripeRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Thing.CreateOperation.TrySendAsync(_client, [], new ThingParams { Text = "t" }, options, cancellationToken);

    /// <summary>A client over a handler, whose waits are over at once and whose attempts have no limit.</summary>
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
        () => Reply.Of(status, body, headers);

    public static Func<HttpResponseMessage> Success => Response(200, Reply.Thing);

    public static Func<HttpResponseMessage> Fail(Exception exception) => () => throw exception;

    public void Dispose() => _client.Dispose();
}
