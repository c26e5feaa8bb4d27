using Lattice.Stripe;

namespace Lattice.Benchmarks.Calls;

/// <content>The parameters as the library's types. The floor does not use the library, so they are in a separate file.</content>
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
