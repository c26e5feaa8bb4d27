namespace Lattice.Stripe;

/// <summary>
/// Identifies the program, plug-in or library that calls Stripe through this library. It is sent in the <c>User-Agent</c>, so that
/// Stripe can contact its author. See <see href="https://docs.stripe.com/building-plugins#setappinfo">setAppInfo</see> in Stripe's
/// documentation.
/// </summary>
public sealed class StripeAppInfo
{
    /// <summary>The name. Required; letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and inner spaces.</summary>
    public string Name { get; set; } = "";

    /// <summary>The version, such as <c>1.2.34</c>: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>+</c>.</summary>
    public string? Version { get; set; }

    /// <summary>A page about the program: an absolute <c>https</c> or <c>http</c> URL without a user name.</summary>
    public Uri? Url { get; set; }

    /// <summary>The id of a Stripe partner (<c>pp_partner_…</c>): letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public string? PartnerId { get; set; }
}
