using System.Text.Json.Nodes;
using Lattice.Stripe.Testing;
using Stripe;

namespace StripeNetTests.Support;

/// <summary>Stand-ins, and Stripe.net's own client for them.</summary>
internal static class StandIns
{
    public const string ApiKey = "sk_test_stripe_net";

    private static readonly StripeSlice s_shop = StripeSlice.Load(Path.Combine(AppContext.BaseDirectory, "stripe.json"));

    /// <summary>Customers, payment intents, files, meter event sessions and event destinations.</summary>
    public static StripeStandIn CreateShop(Action<StandInChange>? onChanged = null, TimeProvider? clock = null) =>
        new(new StripeStandInOptions { Slice = s_shop, OnChanged = onChanged, TimeProvider = clock ?? TimeProvider.System });

    /// <summary>What the examples call: account links, and the account that a link is for.</summary>
    public static StripeStandIn CreateWithAccounts()
    {
        JsonNode slice = JsonNode.Parse(System.IO.File.ReadAllText(Repository.Slice))!;
        slice["paths"]!["/v1/accounts/{account}"] = JsonNode.Parse("""
            {
              "get": {
                "operationId": "GetAccountsAccount",
                "parameters": [{ "name": "account", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/account" } } } } }
              }
            }
            """);
        slice["components"]!["schemas"]!["account"] = JsonNode.Parse("""
            {
              "type": "object",
              "x-resourceId": "account",
              "properties": { "id": { "type": "string" }, "object": { "type": "string", "enum": ["account"] } }
            }
            """);
        return new StripeStandIn(
            new StripeStandInOptions { Slice = StripeSlice.Parse(slice.ToJsonString()), MaxObjectBytes = 0 });
    }

    /// <summary>Stripe.net's client as an app creates it, with a handler that responds in process.</summary>
    public static StripeClient CreateClient(StripeStandIn stripe, int maxRetries = 0) =>
        new(ApiKey, httpClient: new SystemNetHttpClient(new HttpClient(stripe.CreateHandler()), maxNetworkRetries: maxRetries));
}
