using System.Collections.Frozen;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>How long new resources live, according to Stripe's API reference.</summary>
internal static class Lifetimes
{
    /// <summary>The lifetime of account links, and of resources whose lifetime is not known.</summary>
    private static readonly TimeSpan s_default = TimeSpan.FromSeconds(300);

    private static readonly FrozenDictionary<string, TimeSpan> s_known = new Dictionary<string, TimeSpan>
    {
        ["checkout.session.expires_at"] = TimeSpan.FromHours(24),
        ["ephemeral_key.expires"] = TimeSpan.FromHours(1),
        ["quote.expires_at"] = TimeSpan.FromDays(30),
        ["subscription.current_period_end"] = TimeSpan.FromDays(30),
        ["subscription_item.current_period_end"] = TimeSpan.FromDays(30),
        ["tax.calculation.expires_at"] = TimeSpan.FromDays(90),
        ["test_helpers.test_clock.deletes_after"] = TimeSpan.FromDays(30),
        ["v2.billing.meter_event_session.expires_at"] = TimeSpan.FromMinutes(15),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The offset of a property's time from now; zero if the property is not in the future.</summary>
    public static TimeSpan Of(string resource, string property)
        => s_known.TryGetValue($"{resource}.{property}", out TimeSpan known) ? known
            : property is "expires_at" or "expires" or "deletes_after" ? s_default
            : TimeSpan.Zero;
}
