namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(long unixSeconds) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(unixSeconds);
}
