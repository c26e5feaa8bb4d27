namespace Lattice.Spec.Stripe;

/// <summary>
/// The prefixes of Stripe's ids, as in <c>acct_1Nv0FGQ9RKHgCVdK</c>. No document states them; they are those of the examples in Stripe's
/// reference (https://docs.stripe.com/api). A resource that is not listed can have any id.
/// </summary>
internal static class IdPrefixes
{
    private static readonly Dictionary<string, string[]> s_byResource = new(StringComparer.Ordinal)
    {
        ["account"] = ["acct"],
        ["balance_transaction"] = ["txn"],
        ["charge"] = ["ch", "py"],
        ["checkout_session"] = ["cs"],
        ["credit_note"] = ["cn"],
        ["customer"] = ["cus"],
        ["dispute"] = ["dp", "du"],
        ["event"] = ["evt"],
        ["file"] = ["file"],
        ["invoice"] = ["in"],
        ["invoice_item"] = ["ii"],
        ["mandate"] = ["mandate"],
        ["payment_intent"] = ["pi"],
        ["payment_link"] = ["plink"],
        ["payment_method"] = ["pm", "ba", "card", "src"],
        ["payout"] = ["po"],
        ["person"] = ["person"],
        ["price"] = ["price", "plan"],
        ["product"] = ["prod"],
        ["promotion_code"] = ["promo"],
        ["quote"] = ["qt"],
        ["refund"] = ["re", "pyr"],
        ["review"] = ["prv"],
        ["setup_intent"] = ["seti"],
        ["shipping_rate"] = ["shr"],
        ["subscription"] = ["sub"],
        ["subscription_item"] = ["si"],
        ["subscription_schedule"] = ["sub_sched"],
        ["tax_rate"] = ["txr"],
        ["test_clock"] = ["clock"],
        ["topup"] = ["tu"],
        ["transfer"] = ["tr"],
        ["transfer_reversal"] = ["trr"],
        ["webhook_endpoint"] = ["we"],
    };

    /// <summary>The prefixes of a resource's ids, without the underscore; <see langword="null"/> if they are not known.</summary>
    public static IReadOnlyList<string>? Find(string resource) =>
        s_byResource.TryGetValue(resource, out string[]? prefixes) ? prefixes : null;

    /// <summary>The resource whose ids have a prefix, which is without the underscore.</summary>
    public static string? FindResource(string prefix) => s_byResource
        .Where(entry => entry.Value.Contains(prefix, StringComparer.Ordinal))
        .OrderBy(entry => Array.IndexOf(entry.Value, prefix)).ThenBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => entry.Key)
        .FirstOrDefault();

    /// <summary>The resource whose id a parameter is, by its name: <c>customer</c>, <c>default_payment_method</c>.</summary>
    public static string? FindResourceOfParameter(string name) =>
        s_byResource.ContainsKey(name) ? name
        : name == "on_behalf_of" ? "account"
        : name == "default_payment_method" ? "payment_method"
        : null;
}
