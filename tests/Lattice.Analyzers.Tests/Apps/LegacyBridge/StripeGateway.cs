using Fabrikam.LegacyBridge.Builders;
using Lattice.Stripe;
using Lattice.Stripe.BillingPortal;

namespace Fabrikam.LegacyBridge
{
    public class StripeGateway
    {
        private readonly IStripeClient _client;

        public StripeGateway(IStripeClient client) { _client = client; }

        public async Task<BridgeResult<PageDto>> StartOnboardingAsync(string account, Uri home, string flowId, CancellationToken token)
        {
            AccountLinkCreateParams parameters = AccountLinkBuilder.For(account)
                .Between(new Uri(home, "refresh"), new Uri(home, "done"))
                .Collecting(everything: true)
                .Build();
            StripeRequestOptions options = new StripeRequestOptions { IdempotencyKey = "onboarding-" + flowId };
            StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(_client, parameters, options, token).ConfigureAwait(false);
            return result.Map(BridgeMapper.ToDto);
        }

        public virtual async Task<BridgeResult<PageDto>> ChangeSeatsAsync(
            string customer, string subscription, string item, long seats, Uri home)
        {
            SessionCreateParams parameters = PortalSessionBuilder.Create(customer, home).ConfirmingSeats(subscription, item, seats);
            return (await Session.TryCreateAsync(_client, parameters).ConfigureAwait(false)).Map(BridgeMapper.ToDto);
        }

        /// <summary>For the pages that cannot wait asynchronously yet.</summary>
        public BridgeResult<PageDto> ChangeSeats(string customer, string subscription, string item, long seats, Uri home) =>
            Task.Run(() => ChangeSeatsAsync(customer, subscription, item, seats, home)).GetAwaiter().GetResult();
    }
}
