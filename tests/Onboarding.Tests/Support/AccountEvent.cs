using System.Globalization;
using System.Text;
using Lattice.Stripe;
using Lattice.Stripe.Testing;

namespace Onboarding.Tests.Support;

/// <summary>An event about a connected account, as Stripe sends it.</summary>
internal sealed record AccountEvent
{
    public const string Secret = "whsec_planted";

    public string Type { get; init; } = "account.updated";

    public string? Account { get; init; } = "acct_1Planted";

    public bool Livemode { get; init; }

    /// <summary>The time of the event, and of its signature.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The object: fields of an account.</summary>
    public string Fields { get; init; } = Active;

    public static string NotSubmitted => "\"details_submitted\": false";

    public static string InReview => "\"details_submitted\": true, \"charges_enabled\": false, \"payouts_enabled\": false";

    public static string Active => "\"details_submitted\": true, \"charges_enabled\": true, \"payouts_enabled\": true";

    /// <summary>The body of the request.</summary>
    public string Payload
    {
        get
        {
            string account = Account is null ? "null" : $"\"{Account}\"";
            string livemode = Livemode ? "true" : "false";
            string created = Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return $$"""
                {
                  "id": "evt_1", "object": "event", "type": "{{Type}}", "created": {{created}},
                  "livemode": {{livemode}}, "account": {{account}},
                  "data": { "object": { "id": "{{Account}}", "object": "account", "email": "planted@shop.example", {{Fields}} } }
                }
                """;
        }
    }

    /// <param name="secret">The secret to sign with.</param>
    /// <param name="sent">The time of the signature. Default: that of the event.</param>
    public HttpRequestMessage CreateRequest(string secret = Secret, DateTimeOffset? sent = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/stripe/webhooks")
        {
            Content = new StringContent(Payload, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(StripeWebhook.SignatureHeader, StripeWebhookSigner.Sign(Payload, secret, sent ?? Created));
        return request;
    }
}
