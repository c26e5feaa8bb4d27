namespace Lattice.Conformance.Decoding;

/// <summary>
/// Known differences between Stripe's fixtures and Stripe's specification of the same day. These fixtures are decoded and compared like
/// all others. Any difference that is not listed here is a mismatch.
/// </summary>
internal static class KnownFixtureDifferences
{
    private static readonly (string Resource, string Difference, string Reason)[] s_table =
    [
        (
            "identity.verification_report",
            "document.address.zip is not in the schema",
            "the schema of address has postal_code instead"
        ),
        ("token", "card.wallet is not in the schema", "the schema of card has no wallet, and the value is null"),
        (
            "treasury.outbound_payment",
            "destination_payment_method_details.billing_details is required but absent",
            "the example is older than the schema"
        ),
        (
            "treasury.outbound_payment",
            "destination_payment_method_details.destination is not in the schema",
            "the example is older than the schema"
        ),
    ];

    /// <summary>Returns the reason for a known difference, or <see langword="null"/>.</summary>
    public static string? Explain(string resource, string difference) =>
        s_table.FirstOrDefault(entry => entry.Resource == resource && entry.Difference == difference).Reason;
}
