using Onboarding.Sellers;
using Onboarding.StripeApi;

namespace Onboarding.Practice;

/// <summary>The sellers of the practice mode. Each account is in another state.</summary>
internal static class ExampleSellers
{
    private static readonly (string Name, Account Account)[] s_all =
    [
        ("Harbor Books", Create("acct_1HarborBooks", isSubmitted: false, isEnabled: false, "external_account")),
        ("Oak & Iron Furniture", Create("acct_1OakIron", isSubmitted: true, isEnabled: false, "individual.verification.document")),
        ("North Light Studio", Create("acct_1NorthLight", isSubmitted: true, isEnabled: false)),
        ("Lemon Street Bakery", Create("acct_1LemonStreet", isSubmitted: true, isEnabled: true)),
    ];

    public static SellerStore Store { get; } = new(s_all.Select(seller => new Seller(seller.Name, seller.Account.Id)));

    /// <summary>The accounts as they are at Stripe.</summary>
    public static IEnumerable<Account> Accounts => s_all.Select(seller => seller.Account);

    private static Account Create(string id, bool isSubmitted, bool isEnabled, params string[] due) => new()
    {
        Id = id,
        DetailsSubmitted = isSubmitted,
        ChargesEnabled = isEnabled,
        PayoutsEnabled = isEnabled,
        Requirements = new AccountRequirements { CurrentlyDue = due, EventuallyDue = due },
    };
}
