namespace Lattice.Stripe;

/// <summary>
/// The program, plug-in or library that calls Stripe through this one. Stripe sees it in the <c>User-Agent</c> and can get in
/// touch with its maker. See <see href="https://docs.stripe.com/building-plugins#setappinfo">setAppInfo</see> in Stripe's
/// documentation.
/// </summary>
public sealed class StripeAppInfo
{
    /// <summary>The name: required, letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and inner spaces.</summary>
    public string Name { get; set; } = "";

    /// <summary>The version, such as <c>1.2.34</c>: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>+</c>.</summary>
    public string? Version { get; set; }

    /// <summary>A page about the program: absolute, <c>https</c> or <c>http</c>, without user.</summary>
    public Uri? Url { get; set; }

    /// <summary>The id by which Stripe knows a partner (<c>pp_partner_…</c>): letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public string? PartnerId { get; set; }
}
