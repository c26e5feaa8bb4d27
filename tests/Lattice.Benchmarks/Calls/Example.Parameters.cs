using Lattice.Stripe;

namespace Lattice.Benchmarks.Calls;

/// <content>The parameters as the library has them; the floor knows no library.</content>
internal static partial class Example
{
    public static AccountLinkCreateParams Parameters => new()
    {
        Account = Account,
        Type = AccountLinkCreateType.AccountOnboarding,
        RefreshUrl = RefreshUrl,
        ReturnUrl = ReturnUrl,
        CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.EventuallyDue },
    };
}
