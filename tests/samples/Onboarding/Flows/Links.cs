using Lattice.Stripe;

namespace Onboarding.Flows;

/// <summary>Makes the account links of flows.</summary>
internal sealed class Links(IStripeClient client, PublicAddress address)
{
    /// <summary>The route that Stripe sends browsers to whose link does not work any more.</summary>
    public const string RefreshPath = "/onboarding/refresh";

    /// <summary>The route that Stripe sends browsers to that finished or left the form.</summary>
    public const string ReturnPath = "/onboarding/return";

    /// <summary>Makes a link for a flow.</summary>
    /// <param name="token">
    /// The token of the flow. It stands in the URLs, so that every link of a flow is made with the same parameters: with the
    /// same idempotency key they are the same link.
    /// </param>
    /// <param name="renewal">0 for the first link, then counting: each is another link.</param>
    public Task<StripeResult<AccountLink>> CreateAsync(Flow flow, string token, int renewal, CancellationToken cancellationToken)
        => AccountLink.TryCreateAsync(
            client,
            new AccountLinkCreateParams
            {
                Account = flow.Account,
                Type = AccountLinkCreateType.FromString(flow.Type),
                RefreshUrl = UrlOf(RefreshPath, token),
                ReturnUrl = UrlOf(ReturnPath, token),
            },
            new StripeRequestOptions { IdempotencyKey = $"onboarding-{flow.Id}-{renewal}" },
            cancellationToken);

    private string UrlOf(string path, string token)
        => new Uri(address.Value, path + QueryString.Create("state", token)).AbsoluteUri;
}
