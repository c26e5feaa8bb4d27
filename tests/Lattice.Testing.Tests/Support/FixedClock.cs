namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>A stopped clock.</summary>
internal sealed class FixedClock(long unixSeconds) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(unixSeconds);
}
