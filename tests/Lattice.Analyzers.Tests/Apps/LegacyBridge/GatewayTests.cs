using System.Net;
using System.Text;
using Fabrikam.LegacyBridge.Clients;
using Lattice.Stripe;
using Lattice.Stripe.BillingPortal;
using Lattice.Stripe.Testing;

namespace Fabrikam.LegacyBridge.Tests
{
    public sealed class FakeStripeClient : IStripeClient
    {
        private readonly Dictionary<StripeOperation, Func<object, object>> _responses = new();

        public List<string> Sent { get; } = new List<string>();

        public FakeStripeClient Returns<TParams, TResource>(StripeOperation<TParams, TResource> operation, Func<TParams, TResource> create)
            where TParams : StripeParams
            where TResource : StripeResource
        {
            _responses[operation] = parameters => create((TParams)parameters);
            return this;
        }

        public FakeStripeClient Fails(StripeOperation operation, StripeError error)
        {
            _responses[operation] = parameters => error;
            return this;
        }

        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource
        {
            Sent.Add(request.Operation.Name + " " + request.Options?.IdempotencyKey);
            Func<object, object> respond;
            if (!_responses.TryGetValue(request.Operation, out respond))
                throw new NotSupportedException("No response for " + request.Operation.Name + ".");

            object response = respond(request.Parameters);
            StripeError error = response as StripeError;
            return new ValueTask<StripeResult<TResource>>(
                error != null ? new StripeResult<TResource>(error) : new StripeResult<TResource>((TResource)response));
        }
    }

    public class GatewayTests
    {
        private static readonly Uri Home = new Uri("https://bridge.example.com/");

        public async Task Onboarding_survives_a_rate_limit()
        {
            using (StripeStandIn stripe = new StripeStandIn())
            {
                stripe.On(AccountLink.CreateOperation).FailWith(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(1));
                StripeGateway gateway = new StripeGateway(new MeteredStripeClient(stripe.Client, "acme"));
                BridgeResult<PageDto> result = await gateway.StartOnboardingAsync("acct_123", Home, "7", CancellationToken.None);
                Check(result.Status == BridgeStatus.Ok);
                Check(stripe.AccountLinks.GetState(result.Value.Address.Reveal()) == AccountLinkState.Valid);
                stripe.AssertReceived(AccountLink.CreateOperation, request => request
                    .WithParameter("account", "acct_123")
                    .WithParameter("collection_options[fields]", "eventually_due")
                    .WithHeader("Idempotency-Key", "onboarding-7"));
            }
        }

        public async Task An_unknown_outcome_is_asked_for_with_the_same_key()
        {
            StripeError error = new StripeError { Type = StripeErrorType.TimeoutError, IsOutcomeUnknown = true, IdempotencyKey = "k1" };
            FakeStripeClient fake = new FakeStripeClient().Fails(Session.CreateOperation, error);
            StripeGateway gateway = new StripeGateway(new SecondChanceClient(fake));
            BridgeResult<PageDto> result = await gateway.ChangeSeatsAsync("cus_1", "sub_1", "si_1", 5, Home);
            Check(result.Status == BridgeStatus.AskAgainWithSameKey && result.IdempotencyKey == "k1");
            Check(fake.Sent.Count == 2 && fake.Sent[1].EndsWith(" k1", StringComparison.Ordinal));
        }

        public void An_event_of_the_portal_is_about_its_customer()
        {
            const string Body = @"{ ""id"": ""evt_1"", ""object"": ""event"", ""type"": ""billing_portal.session.created"",
                ""data"": { ""object"": { ""object"": ""billing_portal.session"", ""customer"": ""cus_1"" } } }";
            string signature = StripeWebhookSigner.Sign(Body, "whsec_new");
            EventDto dto = BridgeMapper.ToDto(Encoding.UTF8.GetBytes(Body), signature, new[] { "whsec_old", "whsec_new" });
            Check(dto.Subject == "cus_1" && dto.IsTest);
        }

        private static void Check(bool condition)
        {
            if (!condition)
                throw new InvalidOperationException("The check failed.");
        }
    }
}
