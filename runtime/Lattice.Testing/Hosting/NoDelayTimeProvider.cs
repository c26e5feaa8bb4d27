namespace Lattice.Stripe.Testing.Hosting;

/// <summary>
/// Another clock without its delays: a delay ends immediately. Timeouts still run on the other clock, because otherwise every call
/// would time out.
/// </summary>
internal sealed class NoDelayTimeProvider(TimeProvider clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => state is CancellationTokenSource
            ? clock.CreateTimer(callback, state, dueTime, period)
            : System.CreateTimer(callback, state, TimeSpan.Zero, period);
}
