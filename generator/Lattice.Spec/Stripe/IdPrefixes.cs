namespace Lattice.Spec.Stripe;

/// <summary>
/// The prefixes of ids, such as <c>acct</c> in <c>acct_1Nnlp9GPxmnHQRkJ</c>, by resource id, as in Stripe's documentation and example
/// resources.
/// </summary>
/// <remarks>
/// Resources whose ids are the caller's own are left out, such as coupons. A resource accepts more prefixes than its own if Stripe accepts
/// objects of several kinds in its place, or named the same kind differently in the past.
/// </remarks>
internal static class IdPrefixes
{
    private static readonly Dictionary<string, string[]> s_prefixes = new(StringComparer.Ordinal)
    {
        // Connect
        ["account"] = ["acct"],
        ["application"] = ["ca"],
        ["application_fee"] = ["fee"],
        ["fee_refund"] = ["fr"],
        ["person"] = ["person"],
        ["transfer"] = ["tr"],
        ["transfer_reversal"] = ["trr"],
        ["topup"] = ["tu"],
        ["payout"] = ["po", "tr"],
        ["apple_pay_domain"] = ["apwc"],

        // Customers and what they pay with
        ["customer"] = ["cus", "gcus"],
        ["payment_method"] = ["pm", "card", "ba", "src"],
        ["payment_method_domain"] = ["pmd"],
        ["payment_method_configuration"] = ["pmc"],
        ["source"] = ["src", "card", "ba", "acct", "tok", "btok"],
        ["source_transaction"] = ["srctxn"],
        ["card"] = ["card"],
        ["bank_account"] = ["ba"],
        ["external_account"] = ["ba", "card", "tok", "btok"],
        ["payment_source"] = ["src", "card", "ba", "acct", "tok", "btok"],
        ["token"] = ["tok", "btok"],
        ["confirmation_token"] = ["ctoken"],
        ["mandate"] = ["mandate"],
        ["customer_balance_transaction"] = ["cbtxn"],
        ["customer_cash_balance_transaction"] = ["ccsbtxn"],
        ["tax_id"] = ["txi", "atxi"],

        // Payments
        ["payment_intent"] = ["pi"],
        ["setup_intent"] = ["seti"],
        ["setup_attempt"] = ["setatt"],
        ["charge"] = ["ch", "py"],
        ["refund"] = ["re", "pyr"],
        ["dispute"] = ["dp", "du"],
        ["balance_transaction"] = ["txn"],
        ["payment_link"] = ["plink"],
        ["checkout.session"] = ["cs"],
        ["review"] = ["prv"],
        ["radar.early_fraud_warning"] = ["issfr"],
        ["radar.value_list"] = ["rsl"],
        ["radar.value_list_item"] = ["rsli"],

        // Products and billing
        ["product"] = ["prod"],
        ["price"] = ["price", "plan"],
        ["plan"] = ["plan", "price"],
        ["promotion_code"] = ["promo"],
        ["discount"] = ["di"],
        ["shipping_rate"] = ["shr"],
        ["tax_code"] = ["txcd"],
        ["tax_rate"] = ["txr"],
        ["tax.calculation"] = ["taxcalc"],
        ["tax.calculation_line_item"] = ["tax_li"],
        ["tax.transaction"] = ["tax"],
        ["tax.transaction_line_item"] = ["tax_li"],
        ["subscription"] = ["sub"],
        ["subscription_item"] = ["si"],
        ["subscription_schedule"] = ["sub_sched"],
        ["invoice"] = ["in"],
        ["invoiceitem"] = ["ii"],
        ["line_item"] = ["il", "sli"],
        ["item"] = ["li"],
        ["credit_note"] = ["cn"],
        ["credit_note_line_item"] = ["cnli"],
        ["quote"] = ["qt"],
        ["billing.meter"] = ["mtr"],
        ["billing_portal.configuration"] = ["bpc"],
        ["billing_portal.session"] = ["bps"],
        ["test_helpers.test_clock"] = ["clock"],

        // Everything else
        ["apps.secret"] = ["appsecret"],
        ["ephemeral_key"] = ["ephkey"],
        ["event"] = ["evt"],
        ["file"] = ["file"],
        ["file_link"] = ["link"],
        ["webhook_endpoint"] = ["we"],
        ["reporting.report_run"] = ["frr"],
        ["scheduled_query_run"] = ["sqr"],
        ["financial_connections.account"] = ["fca"],
        ["financial_connections.account_owner"] = ["fcaown"],
        ["financial_connections.session"] = ["fcsess"],
        ["identity.verification_report"] = ["vr"],
        ["identity.verification_session"] = ["vs"],
        ["issuing.authorization"] = ["iauth"],
        ["issuing.card"] = ["ic"],
        ["issuing.cardholder"] = ["ich"],
        ["issuing.dispute"] = ["idp"],
        ["issuing.settlement"] = ["ise"],
        ["issuing.transaction"] = ["ipi"],
        ["terminal.configuration"] = ["tmc"],
        ["terminal.location"] = ["tml"],
        ["terminal.reader"] = ["tmr"],
        ["treasury.credit_reversal"] = ["credrev"],
        ["treasury.debit_reversal"] = ["debrev"],
        ["treasury.financial_account"] = ["fa"],
        ["treasury.inbound_transfer"] = ["ibt"],
        ["treasury.outbound_payment"] = ["obp"],
        ["treasury.outbound_transfer"] = ["obt"],
        ["treasury.received_credit"] = ["rc"],
        ["treasury.received_debit"] = ["rd"],
        ["treasury.transaction"] = ["trxn"],
        ["treasury.transaction_entry"] = ["trxne"],
    };

    // Parameters with these names are ids of the resource in every operation that has them. Others, such as card and transaction, are those
    // of several resources.
    private static readonly Dictionary<string, string> s_parameters = new(StringComparer.Ordinal)
    {
        ["checkout_session"] = "checkout.session",
        ["default_payment_method"] = "payment_method",
        ["invoice_item"] = "invoiceitem",
        ["on_behalf_of"] = "account",
        ["test_clock"] = "test_helpers.test_clock",
    };

    private static readonly HashSet<string> s_ownNames = new(StringComparer.Ordinal)
    {
        "account", "balance_transaction", "charge", "credit_note", "customer", "dispute", "event", "file", "invoice", "mandate",
        "payment_intent", "payment_link", "payment_method", "payout", "person", "price", "product", "promotion_code", "quote", "refund",
        "review", "setup_intent", "shipping_rate", "subscription", "subscription_item", "subscription_schedule", "tax_rate", "topup",
        "transfer", "transfer_reversal", "webhook_endpoint",
    };

    // A prefix belongs to the resource that names it first; the others only accept it.
    private static readonly Dictionary<string, string> s_resources = s_prefixes
        .SelectMany(entry => entry.Value.Select((prefix, index) => (Resource: entry.Key, Prefix: prefix, Index: index)))
        .GroupBy(entry => entry.Prefix, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key, group => group.OrderBy(entry => entry.Index).First().Resource, StringComparer.Ordinal);

    /// <summary>
    /// The prefixes of the ids that Stripe accepts for a resource, without the underscore; that of the resource itself is the first.
    /// </summary>
    /// <param name="resource">The resource id, such as <c>billing_portal.configuration</c>.</param>
    /// <returns><see langword="null"/> if the prefix is not known, or the ids have none.</returns>
    public static IReadOnlyList<string>? Find(string resource) =>
        s_prefixes.TryGetValue(resource, out string[]? prefixes) ? prefixes : null;

    /// <summary>The resource whose ids have the prefix; <see langword="null"/> if none is known.</summary>
    public static string? FindResource(string prefix) => s_resources.TryGetValue(prefix, out string? resource) ? resource : null;

    /// <summary>The resource whose id a parameter is, by its name: <c>customer</c>, <c>default_payment_method</c>.</summary>
    public static string? FindResourceOfParameter(string name) =>
        s_ownNames.Contains(name) ? name : s_parameters.TryGetValue(name, out string? resource) ? resource : null;

    /// <summary>Whether the caller can choose the id of a resource when it is created, so that any text may be an id.</summary>
    public static bool CanBeChosen(string resource) => resource is "product" or "plan" or "price";
}
