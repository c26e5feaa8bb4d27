using System.Collections.Frozen;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>How far ahead the times of new resources are, as Stripe's API reference has it.</summary>
internal static class Lifetimes
{
    /// <summary>What account links live for, and everything of which nothing else is known.</summary>
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(300);

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

    /// <summary>The time from now to that of a property; zero where it is none of the future.</summary>
    public static TimeSpan Of(string resource, string property)
        => s_known.TryGetValue($"{resource}.{property}", out TimeSpan known) ? known
            : property is "expires_at" or "expires" or "deletes_after" ? s_usual
            : TimeSpan.Zero;
}
