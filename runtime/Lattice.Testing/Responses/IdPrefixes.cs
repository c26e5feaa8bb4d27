using System.Collections.Frozen;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>The prefixes of ids.</summary>
internal static class IdPrefixes
{
    private static readonly FrozenDictionary<string, string> s_wellKnown = new Dictionary<string, string>
    {
        ["account"] = "acct",
        ["account_session"] = "accs",
        ["apple_pay_domain"] = "apwc",
        ["application_fee"] = "fee",
        ["apps.secret"] = "appsecret",
        ["balance_transaction"] = "txn",
        ["bank_account"] = "ba",
        ["billing_portal.configuration"] = "bpc",
        ["billing_portal.session"] = "bps",
        ["card"] = "card",
        ["charge"] = "ch",
        ["checkout.session"] = "cs",
        ["credit_note"] = "cn",
        ["credit_note_line_item"] = "cnli",
        ["customer"] = "cus",
        ["customer_balance_transaction"] = "cbtxn",
        ["customer_cash_balance_transaction"] = "ccsbtxn",
        ["customer_session"] = "cuss",
        ["discount"] = "di",
        ["dispute"] = "dp",
        ["ephemeral_key"] = "ephkey",
        ["event"] = "evt",
        ["fee_refund"] = "fr",
        ["file"] = "file",
        ["file_link"] = "link",
        ["financial_connections.account"] = "fca",
        ["financial_connections.account_owner"] = "fcaown",
        ["financial_connections.session"] = "fcsess",
        ["identity.verification_report"] = "vr",
        ["identity.verification_session"] = "vs",
        ["invoice"] = "in",
        ["invoiceitem"] = "ii",
        ["issuing.authorization"] = "iauth",
        ["issuing.card"] = "ic",
        ["issuing.cardholder"] = "ich",
        ["issuing.dispute"] = "idp",
        ["issuing.transaction"] = "ipi",
        ["item"] = "li",
        ["line_item"] = "il",
        ["mandate"] = "mandate",
        ["payment_intent"] = "pi",
        ["payment_link"] = "plink",
        ["payment_method"] = "pm",
        ["payment_method_domain"] = "pmd",
        ["payout"] = "po",
        ["person"] = "person",
        ["plan"] = "price",
        ["price"] = "price",
        ["product"] = "prod",
        ["promotion_code"] = "promo",
        ["quote"] = "qt",
        ["radar.early_fraud_warning"] = "issfr",
        ["radar.value_list"] = "rsl",
        ["radar.value_list_item"] = "rsli",
        ["refund"] = "re",
        ["reporting.report_run"] = "frr",
        ["review"] = "prv",
        ["scheduled_query_run"] = "sqr",
        ["setup_attempt"] = "setatt",
        ["setup_intent"] = "seti",
        ["shipping_rate"] = "shr",
        ["source"] = "src",
        ["source_mandate_notification"] = "srcmn",
        ["source_transaction"] = "srctxn",
        ["subscription"] = "sub",
        ["subscription_item"] = "si",
        ["subscription_schedule"] = "sub_sched",
        ["tax.calculation"] = "taxcalc",
        ["tax.calculation_line_item"] = "tax_li",
        ["tax.transaction"] = "tax",
        ["tax.transaction_line_item"] = "tax_li",
        ["tax_code"] = "txcd",
        ["tax_id"] = "txi",
        ["tax_rate"] = "txr",
        ["terminal.configuration"] = "tmc",
        ["terminal.location"] = "tml",
        ["terminal.reader"] = "tmr",
        ["test_helpers.test_clock"] = "clock",
        ["token"] = "tok",
        ["topup"] = "tu",
        ["transfer"] = "tr",
        ["transfer_reversal"] = "trr",
        ["treasury.credit_reversal"] = "credrev",
        ["treasury.debit_reversal"] = "debrev",
        ["treasury.financial_account"] = "fa",
        ["treasury.inbound_transfer"] = "ibt",
        ["treasury.outbound_payment"] = "obp",
        ["treasury.outbound_transfer"] = "obt",
        ["treasury.received_credit"] = "rc",
        ["treasury.received_debit"] = "rd",
        ["treasury.transaction"] = "trxn",
        ["treasury.transaction_entry"] = "trxne",
        ["usage_record"] = "mbur",
        ["usage_record_summary"] = "sis",
        ["webhook_endpoint"] = "we",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The prefix of a resource's ids: the well-known one; otherwise, the initials of the words in its name.</summary>
    public static string For(string resource)
        => s_wellKnown.TryGetValue(resource, out string? prefix)
            ? prefix
            : string.Concat(WithoutVersion(resource).Split(['.', '_'], StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));

    private static string WithoutVersion(string resource)
        => resource.StartsWith("v2.", StringComparison.Ordinal) ? resource[3..] : resource;

    /// <summary>Whether a value looks like the id of a well-known resource.</summary>
    public static bool IsId(string value)
        => s_wellKnown.Values.Any(prefix => value.StartsWith(prefix + "_", StringComparison.Ordinal));
}
