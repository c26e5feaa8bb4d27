using Lattice.Stripe;
using Onboarding.StripeApi;

namespace Onboarding.Flows;

/// <summary>Creates the account links of flows.</summary>
internal sealed class AccountLinkFactory(IStripeClient client, PublicAddress address)
{
    /// <summary>The route that Stripe redirects a browser to if the link no longer works.</summary>
    public const string RefreshPath = "/onboarding/refresh";

    /// <summary>The route that Stripe redirects a browser to after the form was finished or left.</summary>
    public const string ReturnPath = "/onboarding/return";

    /// <summary>Creates a link for a flow.</summary>
    /// <param name="token">
    /// The token of the flow. It is part of the URLs, so all links of a flow have the same parameters. With the same idempotency key,
    /// Stripe returns the same link.
    /// </param>
    /// <param name="renewal">0 for the first link. Each higher number creates another link.</param>
    public Task<StripeResult<AccountLink>> CreateAsync(Flow flow, string token, int renewal, CancellationToken cancellationToken) =>
        AccountLink.TryCreateAsync(
            client,
            new AccountLinkCreateParams
            {
                Account = flow.Account,
                Type = flow.Type,
                RefreshUrl = GetUrl(RefreshPath, token),
                ReturnUrl = GetUrl(ReturnPath, token),
            },
            new StripeRequestOptions { IdempotencyKey = $"onboarding-{flow.Id}-{renewal}" },
            cancellationToken);

    private string GetUrl(string path, string token) =>
        new Uri(address.Value, path + QueryString.Create("state", token)).AbsoluteUri;
}
