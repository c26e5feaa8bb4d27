namespace Lattice.Conformance.Decoding;

/// <summary>
/// Where Stripe's fixtures are known not to fit Stripe's specification of the same day. They are decoded and compared
/// like all others; this table only says that the difference is Stripe's. Any other difference is a miss.
/// </summary>
internal static class KnownFixtureDifferences
{
    private static readonly (string Resource, string Difference, string Reason)[] s_table =
    [
        ("token", "card.wallet is not in the schema", "the schema of card has no wallet; it is null"),
        ("treasury.outbound_payment", "destination_payment_method_details.billing_details is required and absent", "the example is older than the schema"),
        ("treasury.outbound_payment", "destination_payment_method_details.destination is not in the schema", "the example is older than the schema"),
    ];

    /// <summary>Why the difference is there; <see langword="null"/> if nothing explains it.</summary>
    public static string? Explain(string resource, string difference) =>
        s_table.FirstOrDefault(entry => entry.Resource == resource && entry.Difference == difference).Reason;
}
