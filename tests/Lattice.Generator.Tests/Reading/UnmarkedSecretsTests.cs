using System.Text.RegularExpressions;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>The rules for secrets apply to a document without annotations.</summary>
public class UnmarkedSecretsTests
{
    [Theory]
    [InlineData("account_link", "url", true)]
    [InlineData("login_link", "url", true)]
    [InlineData("checkout.session", "url", true)]
    [InlineData("payment_intent", "client_secret", true)]
    [InlineData("webhook_endpoint", "secret", true)]
    [InlineData("invoice", "hosted_invoice_url", true)]
    [InlineData("invoice", "invoice_pdf", true)]
    [InlineData("credit_note", "pdf", true)]
    [InlineData("charge", "receipt_url", true)]
    [InlineData("issuing.card", "number", true)]
    [InlineData("issuing.card", "cvc", true)]
    [InlineData("payment_intent_next_action_redirect_to_url", "url", true)]
    [InlineData("anything", "account_number", true)]
    [InlineData("anything", "iban", true)]
    [InlineData("anything", "id_number", true)]
    [InlineData("anything", "mobile_auth_url", true)]
    [InlineData("file", "url", false)]
    [InlineData("payment_link", "url", false)]
    [InlineData("portal_login_page", "url", false)]
    [InlineData("product", "url", false)]
    [InlineData("invoice", "number", false)]
    [InlineData("anything", "routing_number", false)]
    [InlineData("anything", "account_number_last4", false)]
    [InlineData("anything", "secretary", false)]
    public void A_field_is_a_secret_by_its_resource_and_its_name(string resource, string field, bool isSecret)
    {
        string slice = WidgetSlice.Make(
            fields: """ "owner": { "$ref": "#/components/schemas/owner" } """,
            components: $$""" "owner": { "type": "object", "x-resourceId": "{{resource}}", "properties": { "{{field}}": { "type": "string" } } } """);

        Assert.Equal(isSecret, HasSecret(slice, resource));
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "number": { "type": "string" } } }""", "card", true)]
    [InlineData("""{ "type": "object", "properties": { "cvc": { "type": "string" } } }""", "card", true)]
    [InlineData("""{ "type": "object", "properties": { "number": { "type": "string" } } }""", "invoice", false)]
    [InlineData(
        """{ "anyOf": [ { "type": "object", "properties": { "number": { "type": "string" } } }, { "type": "string" } ] }""",
        "card",
        true)]
    [InlineData("""{ "type": "string" }""", "account_number", true)]
    [InlineData("""{ "type": "string", "maxLength": 5000 }""", "id_number", true)]
    [InlineData("""{ "anyOf": [ { "type": "string" }, { "type": "string", "enum": [""] } ] }""", "id_number", true)]
    [InlineData("""{ "type": "string", "enum": ["a"] }""", "secret", false)]
    [InlineData("""{ "type": "integer" }""", "secret", false)]
    [InlineData("""{ "type": "string", "x-lattice-sensitive": false }""", "secret", false)]
    [InlineData("""{ "type": "string", "x-lattice-sensitive": true }""", "anything", true)]
    public void A_parameter_is_a_secret_by_its_name(string schema, string parameter, bool isSecret) =>
        Assert.Equal(isSecret, HasSecret(WidgetSlice.Make(parameters: $"\"{parameter}\": {schema}")));

    [Theory]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""")]
    public void A_list_or_a_map_of_secrets_is_left_out_and_reported(string schema)
    {
        GeneratorRunResult result = new GeneratorHarness(WidgetSlice.Make(parameters: $"\"client_secret\": {schema}")).Run();

        Assert.Equal("LAT0004", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void A_string_converts_to_a_secret_parameter()
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(parameters: """
            "account_number": { "type": "string" },
            "id_number": { "anyOf": [ { "type": "string" }, { "type": "string", "enum": [""] } ] }
            """));

        Assert.Empty(harness.Compile("""
            class Usage
            {
                object Value => new Lattice.Stripe.WidgetCreateParams { AccountNumber = "000123456789", IdNumber = "222" };
                object Cleared => new Lattice.Stripe.WidgetCreateParams { IdNumber = Lattice.Stripe.Clearable.Clear };
            }
            """));
    }

    [Specs.Fact]
    public void The_full_specification_has_secrets_in_responses_and_in_requests()
    {
        GeneratorRunResult result = SpecOutput.Full.Result;

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        IReadOnlyDictionary<string, string> types = result.GetTypes();
        AssertSecret("AccountLink", "Url");
        AssertSecret("PaymentIntent", "ClientSecret");
        AssertSecret("Invoice", "HostedInvoiceUrl");
        AssertSecret("PaymentIntentNextActionRedirectToUrl", "Url");
        AssertSecret("TokenCreateCardObject", "Number");
        AssertSecret("TokenCreateCardObject", "Cvc");
        AssertSecret("AccountCreateIndividual", "IdNumber");
        Assert.DoesNotContain("SecretString", types["Lattice.Stripe.PaymentLink"], StringComparison.Ordinal);

        void AssertSecret(string type, string property) =>
            Assert.Matches($@"SecretString\?? {property} {{", types[$"Lattice.Stripe.{type}"]);
    }

    private static bool HasSecret(string slice, string resource = "")
    {
        var harness = new GeneratorHarness(slice);
        GeneratorRunResult result = harness.Run();
        Assert.Empty(result.Diagnostics);
        Assert.Empty(harness.Compile());
        Assert.True(resource.Length == 0 || result.GetTypes().Count >= 4);
        return result.GeneratedSources.Any(source => Regex.IsMatch(source.SourceText.ToString(), "SecretString|ClearableSecret"));
    }
}
