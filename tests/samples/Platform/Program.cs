using Lattice.Stripe;
using Lattice.Stripe.Testing;

// The stand-in responds as Stripe does, without a network or a key. With Stripe itself, it is: new StripeClient("sk_test_...").
using var stripe = new StripeStandIn();
IStripeClient client = stripe.Client;

// A seller joins the platform.
Account seller = await Account.CreateAsync(client, new AccountCreateParams
{
    Country = "US",
    Email = "seller@example.com",
    Controller = new AccountCreateController
    {
        StripeDashboard = new AccountCreateControllerStripeDashboard { Type = AccountCreateControllerStripeDashboardType.Express },
        Losses = new AccountCreateControllerLosses { Payments = AccountCreateControllerLossesPayments.Application },
        Fees = new AccountCreateControllerFees { Payer = AccountCreateControllerFeesPayer.Application },
    },
    Capabilities = new AccountCreateCapabilities
    {
        CardPayments = new AccountCreateCapabilitiesCardPayments { Requested = true },
        Transfers = new AccountCreateCapabilitiesTransfers { Requested = true },
    },
});
Console.WriteLine($"account    {seller.Id}, payouts enabled: {seller.PayoutsEnabled}");

// The seller fills in Stripe's form. A web app redirects the seller's browser to the link: return StripeResults.Redirect(link.Url).
AccountLink link = await AccountLink.CreateAsync(client, new AccountLinkCreateParams
{
    Account = seller.Id,
    Type = AccountLinkCreateType.AccountOnboarding,
    RefreshUrl = "https://platform.example/onboarding/again",
    ReturnUrl = "https://platform.example/onboarding/done",
});
stripe.AccountLinks.Visit(link.Url.Reveal());
bool isFinished = stripe.AccountLinks.Finish(link.Url.Reveal());
Console.WriteLine($"onboarding {(isFinished ? "finished" : "not finished")}");

// A customer pays 100 dollars. 10 remain with the platform, and the others go to the seller.
Customer customer = await Customer.CreateAsync(client, new CustomerCreateParams { Name = "Jenny Rosen", Email = "jenny@example.com" });
StripeResult<PaymentIntent> payment = await PaymentIntent.TryCreateAsync(client, new PaymentIntentCreateParams
{
    Amount = 100_00,
    Currency = "usd",
    Customer = customer.Id,
    PaymentMethod = "pm_card_visa",
    AutomaticPaymentMethods = new PaymentIntentCreateAutomaticPaymentMethods
    {
        Enabled = true,
        AllowRedirects = PaymentIntentCreateAutomaticPaymentMethodsAllowRedirects.Never,
    },
    Confirm = true,
    ApplicationFeeAmount = 10_00,
    TransferData = new PaymentIntentCreateTransferData { Destination = seller.Id },
});
if (!payment.IsSuccess)
{
    Console.WriteLine($"The payment failed: {payment.Error.Code}, {payment.Error.Message}");
    return 1;
}

Console.WriteLine($"payment    {payment.Value.Id}, {payment.Value.Amount / 100m:0.00} {payment.Value.Currency}, {payment.Value.Status}");

// The seller's balance goes to the seller's bank: the call is for the connected account. A repeated call with this key pays out once.
Payout payout = await Payout.CreateAsync(
    client,
    new PayoutCreateParams { Amount = 90_00, Currency = "usd", Description = "Orders of this week" },
    new StripeRequestOptions { StripeAccount = seller.Id, IdempotencyKey = $"payout-{payment.Value.Id}" });
Console.WriteLine($"payout     {payout.Id}, {payout.Amount / 100m:0.00} {payout.Currency}, {payout.Status}");
return 0;
