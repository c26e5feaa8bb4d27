using Lattice.Stripe;
using Lattice.Stripe.BillingPortal;
using Fields = Lattice.Stripe.AccountLinkCreateCollectionOptionsFields;

namespace Fabrikam.LegacyBridge.Builders
{
    public sealed class AccountLinkBuilder
    {
        private readonly AccountLinkCreateParams _parameters = new AccountLinkCreateParams();

        private AccountLinkBuilder(string account)
        {
            _parameters.Account = account;
            _parameters.Type = AccountLinkCreateType.AccountOnboarding;
        }

        public static AccountLinkBuilder For(string account) => new AccountLinkBuilder(account);

        public AccountLinkBuilder Between(Uri refreshUrl, Uri returnUrl)
        {
            _parameters.RefreshUrl = refreshUrl.AbsoluteUri;
            _parameters.ReturnUrl = returnUrl.AbsoluteUri;
            return this;
        }

        public AccountLinkBuilder Collecting(bool everything)
        {
            AccountLinkCreateCollectionOptions collection = new AccountLinkCreateCollectionOptions();
            collection.Fields = everything ? Fields.EventuallyDue : Fields.CurrentlyDue;
            if (everything)
                collection.FutureRequirements = AccountLinkCreateCollectionOptionsFutureRequirements.Include;
            _parameters.CollectionOptions = collection;
            return this;
        }

        public AccountLinkCreateParams Build()
        {
            if (string.IsNullOrEmpty(_parameters.Account) || _parameters.RefreshUrl == null)
                throw new InvalidOperationException("An account link needs an account and the two addresses.");
            return _parameters;
        }
    }

    public static class PortalSessionBuilder
    {
        public static SessionCreateParams Create(string customer, Uri returnUrl) =>
            new SessionCreateParams { Customer = customer, ReturnUrl = returnUrl.AbsoluteUri };

        public static SessionCreateParams ConfirmingSeats(this SessionCreateParams parameters, string subscription, string item, long seats)
        {
            var confirm = new SessionCreateFlowDataSubscriptionUpdateConfirm { Subscription = subscription };
            confirm.Items = new[] { new SessionCreateFlowDataSubscriptionUpdateConfirmItem { Id = item, Quantity = seats } };
            parameters.FlowData = new SessionCreateFlowData { Type = SessionCreateFlowDataType.SubscriptionUpdateConfirm };
            parameters.FlowData.SubscriptionUpdateConfirm = confirm;
            return parameters;
        }
    }
}
