using System.Text.RegularExpressions;

namespace Lattice.Generator.Tests.Naming;

/// <summary>The name of a create operation depends only on its path and the id of its resource.</summary>
public partial class OperationNamesTests
{
    [Theory]
    [InlineData("/v1/account_links", "account_link", "AccountLink.Create")]
    [InlineData("/v1/accounts/{account}/login_links", "login_link", "LoginLink.CreateForAccount")]
    [InlineData("/v1/charges/{charge}/refunds", "refund", "Refund.CreateForCharge")]
    [InlineData("/v1/accounts/{account}/persons", "person", "Person.CreateForAccount")]
    [InlineData("/v1/accounts/{account}/people", "person", "Person.CreateForAccountViaPeople")]
    [InlineData("/v1/accounts/{account}/bank_accounts", "external_account", "ExternalAccount.CreateForAccountViaBankAccounts")]
    [InlineData(
        "/v1/customers/{customer}/balance_transactions",
        "customer_balance_transaction",
        "CustomerBalanceTransaction.CreateForCustomer")]
    [InlineData("/v1/customers/{customer}/funding_instructions", "funding_instructions", "FundingInstructions.CreateForCustomer")]
    [InlineData("/v1/tax/transactions/create_from_calculation", "tax.transaction", "Tax.Transaction.CreateFromCalculation")]
    [InlineData("/v1/billing_portal/sessions", "billing_portal.session", "BillingPortal.Session.Create")]
    [InlineData("/v1/link_account_sessions", "financial_connections.session", "FinancialConnections.Session.CreateViaLinkAccountSessions")]
    [InlineData("/v1/apple_pay/domains", "apple_pay_domain", "ApplePayDomain.Create")]
    [InlineData("/v1/apps/secrets", "apps.secret", "Apps.Secret.Create")]
    [InlineData("/v1/test_helpers/test_clocks", "test_helpers.test_clock", "TestHelpers.TestClock.Create")]
    [InlineData("/v1/test_helpers/treasury/received_credits", "treasury.received_credit", "Treasury.ReceivedCredit.CreateForTest")]
    [InlineData("/v1/transfers/{id}/reversals", "transfer_reversal", "TransferReversal.CreateForTransfer")]
    [InlineData("/v1/radar/value_lists", "radar.value_list", "Radar.ValueList.Create")]
    [InlineData("/v1/tax_ids", "tax_id", "TaxId.Create")]
    [InlineData("/v2/billing/meter_event_session", "v2.billing.meter_event_session", "V2.Billing.MeterEventSession.Create")]
    [InlineData("/v2/core/account_links", "v2.core.account_link", "V2.Core.AccountLink.Create")]
    public void A_create_operation_is_named_after_its_path_and_resource(string path, string resource, string expected)
    {
        string slice = $$"""
            {
              "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" },
              "paths": { "{{path}}": { "post": {
                "x-lattice-operation": "create",
                "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{resource}}" } } } } } } } },
              "components": { "schemas": { "{{resource}}": { "type": "object", "x-resourceId": "{{resource}}", "properties": { "id": { "type": "string" } } } } }
            }
            """;
        var harness = new GeneratorHarness(slice);

        string source = string.Concat(harness.Run().GeneratedSources.Select(file => file.SourceText.ToString()));

        Assert.Equal(expected, OperationName().Match(source).Groups[1].Value);
        Assert.Empty(harness.Compile());
    }

    [GeneratedRegex("^        \"([A-Za-z0-9.]+)\",$", RegexOptions.Multiline)]
    private static partial Regex OperationName();
}
