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

/// <summary>A clock on which waits are over at once.</summary>
internal sealed class SkippingTimeProvider : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];
    private TimeSpan _now;

    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <summary>Called instead of ending a wait.</summary>
    public Action? OnWait { get; set; }

    /// <summary>Called when a wait begins.</summary>
    public Action? OnWaitStarting { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>Timers do not run by themselves any more, those of timeouts neither.</summary>
    public void LetTimersStand() => OnWait = static () => { };

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return new EndedTimer();
        }

        _waits.Add(dueTime);
        OnWaitStarting?.Invoke();
        if (OnWait is null)
        {
            _now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
        else
        {
            OnWait();
        }

        return new EndedTimer();
    }

    private sealed class EndedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
