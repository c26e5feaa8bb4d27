using System.Collections.Frozen;

namespace Lattice.Stripe.Testing.Answers;

/// <summary>What ids begin with.</summary>
internal static class IdPrefixes
{
    private static readonly FrozenDictionary<string, string> WellKnown = new Dictionary<string, string>
    {
        ["account"] = "acct",
        ["balance_transaction"] = "txn",
        ["bank_account"] = "ba",
        ["billing_portal.session"] = "bps",
        ["card"] = "card",
        ["charge"] = "ch",
        ["checkout.session"] = "cs",
        ["customer"] = "cus",
        ["dispute"] = "dp",
        ["event"] = "evt",
        ["file"] = "file",
        ["invoice"] = "in",
        ["invoiceitem"] = "ii",
        ["payment_intent"] = "pi",
        ["payment_link"] = "plink",
        ["payment_method"] = "pm",
        ["payout"] = "po",
        ["person"] = "person",
        ["price"] = "price",
        ["product"] = "prod",
        ["refund"] = "re",
        ["setup_intent"] = "seti",
        ["source"] = "src",
        ["subscription"] = "sub",
        ["subscription_item"] = "si",
        ["token"] = "tok",
        ["topup"] = "tu",
        ["transfer"] = "tr",
        ["webhook_endpoint"] = "we",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The prefix of a resource's ids: the well-known one, else the initials of its name's words.</summary>
    public static string For(string resource)
        => WellKnown.TryGetValue(resource, out string? prefix)
            ? prefix
            : string.Concat(resource.Split(['.', '_'], StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));

    /// <summary>Whether a value looks like the id of a well-known resource.</summary>
    public static bool IsId(string value)
        => WellKnown.Values.Any(prefix => value.StartsWith(prefix + "_", StringComparison.Ordinal));
}
