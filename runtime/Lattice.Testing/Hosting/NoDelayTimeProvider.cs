namespace Lattice.Stripe.Testing.Hosting;

/// <summary>
/// The time of another clock, on which nobody waits: a delay is over at once. A timeout is not, or every call would end
/// in one; it runs on the other clock.
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
