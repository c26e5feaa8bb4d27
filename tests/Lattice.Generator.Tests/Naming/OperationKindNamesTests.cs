using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Naming;

/// <summary>The names of operations that are not creates, which a slice asks for.</summary>
public class OperationKindNamesTests
{
    [Theory]
    [InlineData("get", "retrieve", "/v1/accounts/{account}", "account", "Account.Retrieve", "account")]
    [InlineData("get", "retrieve", "/v1/account", "account", "Account.RetrieveCurrent", "")]
    [InlineData("get", "retrieve", "/v1/balance", "balance", "Balance.Retrieve", "")]
    [InlineData("get", "retrieve", "/v1/tax/settings", "tax.settings", "Tax.Settings.Retrieve", "")]
    [InlineData("get", "retrieve", "/v1/invoices/upcoming", "invoice", "Invoice.RetrieveUpcoming", "")]
    [InlineData("get", "retrieve", "/v1/apps/secrets/find", "apps.secret", "Apps.Secret.Find", "")]
    [InlineData("get", "retrieve", "/v1/customers/{customer}/cash_balance", "cash_balance", "CashBalance.RetrieveForCustomer", "customer")]
    [InlineData("get", "retrieve", "/v1/transfers/{transfer}/reversals/{id}", "transfer_reversal", "TransferReversal.RetrieveForTransfer", "transfer,reversal")]
    [InlineData("get", "list", "/v1/accounts", "account", "Account.List", "")]
    [InlineData("get", "list", "/v1/quotes/{quote}/line_items", "item", "Item.ListForQuoteViaLineItems", "quote")]
    [InlineData("get", "search", "/v1/customers/search", "customer", "Customer.Search", "")]
    [InlineData("post", "update", "/v1/accounts/{account}", "account", "Account.Update", "account")]
    [InlineData("post", "update", "/v1/accounts/{account}/persons/{person}", "person", "Person.UpdateForAccount", "account,person")]
    [InlineData("post", "update", "/v1/tax/settings", "tax.settings", "Tax.Settings.Update", "")]
    [InlineData("delete", "delete", "/v1/customers/{customer}", "customer", "Customer.Delete", "customer")]
    [InlineData("delete", "delete", "/v1/customers/{customer}/discount", "discount", "Discount.DeleteForCustomer", "customer")]
    [InlineData("post", "action", "/v1/payment_intents/{intent}/capture", "payment_intent", "PaymentIntent.Capture", "intent")]
    [InlineData("post", "action", "/v1/setup_intents/{intent}/verify_microdeposits", "setup_intent", "SetupIntent.VerifyMicrodeposits", "intent")]
    [InlineData("post", "action", "/v1/charges/{charge}/dispute/close", "dispute", "Dispute.CloseForCharge", "charge")]
    [InlineData("post", "action", "/v1/customers/{customer}/sources/{id}/verify", "bank_account", "BankAccount.VerifyForCustomerForSource", "customer,source")]
    [InlineData("post", "action", "/v1/test_helpers/issuing/cards/{card}/shipping/ship", "issuing.card", "Issuing.Card.ShipShippingForTest", "card")]
    [InlineData("post", "action", "/v2/core/accounts/{id}/close", "v2.core.account", "V2.Core.Account.Close", "account")]
    public void An_operation_is_named_after_its_kind_path_and_resource(
        string method, string kind, string path, string resource, string expected, string arguments)
    {
        var harness = new GeneratorHarness(OperationSlice.Make(method, kind, path, resource));
        string parameters = string.Concat(arguments.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => $"{name}: \"x\", "));

        IReadOnlyList<string> warnings = harness.Compile($$"""
            class Usage
            {
                public object Call(Lattice.Stripe.IStripeClient client) =>
                    Lattice.Stripe.{{expected}}Async(client, {{parameters}}options: null);

                public object Try(Lattice.Stripe.IStripeClient client) =>
                    {{GetTry("Lattice.Stripe." + expected)}}Async(client, {{parameters}}options: null);

                public string Name => Lattice.Stripe.{{expected}}Operation.Name;
            }
            """);

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(warnings);
        Assert.Contains($"\"{expected}\"", OperationSlice.GetText(harness), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", "/v1/accounts/{account}/persons", "Person.ListAllForAccountAsync(client, \"acct_123\")")]
    [InlineData("search", "/v1/persons/search", "Person.SearchAllAsync(client)")]
    public void A_list_has_a_method_for_all_pages(string kind, string path, string call)
    {
        var harness = new GeneratorHarness(OperationSlice.Make("get", kind, path, "person"));

        Assert.Empty(harness.Compile($$"""
            class Usage
            {
                public async System.Threading.Tasks.Task CallAsync(Lattice.Stripe.IStripeClient client)
                {
                    await foreach (Lattice.Stripe.Person person in Lattice.Stripe.{{call}})
                    {
                        System.Console.WriteLine(person.Id);
                    }
                }
            }
            """));
    }

    [Theory]
    [InlineData("Listing", "ListingAllAsync")]
    [InlineData("ListActive", "ListAllActiveAsync")]
    [InlineData("Find", "FindAllAsync")]
    public void A_name_of_the_slice_is_that_of_the_method_for_all_pages_as_well(string name, string all)
    {
        string slice = OperationSlice.Make("get", "list", "/v1/persons", "person")
            .Replace("\"x-lattice-operation\"", $"\"x-lattice-name\": \"{name}\", \"x-lattice-operation\"", StringComparison.Ordinal);

        string text = OperationSlice.GetText(new GeneratorHarness(slice));

        Assert.Contains($" {name}Async(", text, StringComparison.Ordinal);
        Assert.Contains($" {all}(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_elements_without_an_id_has_no_method_for_all_pages()
    {
        string slice = OperationSlice.Make("get", "list", "/v1/persons", "person").Replace("\"id\":", "\"name\":", StringComparison.Ordinal);
        var harness = new GeneratorHarness(slice);

        Assert.Contains(" ListAsync(", OperationSlice.GetText(harness), StringComparison.Ordinal);
        Assert.DoesNotContain("ListAllAsync", OperationSlice.GetText(harness), StringComparison.Ordinal);
    }

    private static string GetTry(string method)
    {
        int dot = method.LastIndexOf('.');
        return $"{method[..dot]}.Try{method[(dot + 1)..]}";
    }
}
