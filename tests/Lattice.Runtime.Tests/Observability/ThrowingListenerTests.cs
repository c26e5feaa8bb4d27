using System.Diagnostics;
using System.Diagnostics.Metrics;
using Lattice.Stripe.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests.Observability;

/// <summary>A listener that throws does not affect the caller.</summary>
public sealed class ThrowingListenerTests
{
    [Theory]
    [InlineData("200")]
    [InlineData("500 200")]
    [InlineData("400")]
    public async Task A_log_that_throws_does_not_affect_the_call(string statuses)
    {
        using var factory = new LoggerFactory([new ThrowingLogger()]);
        await AssertUnchangedAsync(statuses, options => options.LoggerFactory = factory, Things);
    }

    [Theory]
    [InlineData("200")]
    [InlineData("500 200")]
    [InlineData("400")]
    public async Task A_meter_listener_that_throws_does_not_affect_the_call(string statuses)
    {
        string route = "/v1/things/" + Guid.NewGuid().ToString("N");
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == StripeTelemetry.MeterName)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => ThrowFor(route, tags));
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => ThrowFor(route, tags));
        listener.Start();

        await AssertUnchangedAsync(statuses, _ => { }, route);
    }

    [Theory]
    [InlineData("200")]
    [InlineData("500 200")]
    [InlineData("400")]
    public async Task An_activity_listener_that_throws_does_not_affect_the_call(string statuses)
    {
        string route = "/v1/things/" + Guid.NewGuid().ToString("N");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StripeTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => ThrowFor(route, activity),
            ActivityStopped = activity => ThrowFor(route, activity),
        };
        ActivitySource.AddActivityListener(listener);

        await AssertUnchangedAsync(statuses, _ => { }, route);
    }

    private const string Things = "/v1/things";

    private static async Task AssertUnchangedAsync(string statuses, Action<StripeClientOptions> configure, string route)
    {
        var responses = new Queue<int>(statuses.Split(' ').Select(int.Parse));
        var handler = new StubHandler((_, _) => Task.FromResult(RetryingCaller.Response(responses.Dequeue(), StubResponse.Thing)()));
        using var caller = new Caller(handler, options =>
        {
            options.MaxRetries = 2;
            configure(options);
        });

        StripeResult<Thing> result = await Thing.Post(route).TrySendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal(statuses.EndsWith("200", StringComparison.Ordinal), result.IsSuccess);
        Assert.Equal(statuses.Split(' ').Length, result.Response!.Attempts);
    }

    private static void ThrowFor(string route, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (Equals(tag.Value, route))
            {
                throw new IOException("The disk is full.");
            }
        }
    }

    private static void ThrowFor(string route, Activity activity)
    {
        if (activity.DisplayName.Contains(route, StringComparison.Ordinal))
        {
            throw new IOException("The disk is full.");
        }
    }

    private sealed class ThrowingLogger : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new IOException("The disk is full.");

        public void Dispose()
        {
        }
    }
}
