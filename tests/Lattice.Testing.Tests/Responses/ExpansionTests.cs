using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Responses;

/// <summary>The <c>expand</c> parameter.</summary>
public sealed class ExpansionTests
{
    private const string Parameters = """
        { "type": "object", "properties": {
          "expand": { "type": "array", "items": { "type": "string" } },
          "customer": { "type": "string" }, "owner": { "type": "string" }, "sources": { "type": "array", "items": { "type": "string" } } } }
        """;

    private const string Components = """
        {
          "thing": { "type": "object", "required": ["id", "name", "url"], "properties": {
            "id": { "type": "string" },
            "name": { "type": "string" },
            "nickname": { "type": "string", "nullable": true },
            "number": { "type": "string" },
            "metadata": { "type": "object", "additionalProperties": { "type": "string" } },
            "open": { "type": "object" },
            "customer": { "nullable": true, "anyOf": [
              { "type": "string" }, { "$ref": "#/components/schemas/customer" }, { "$ref": "#/components/schemas/deleted_customer" } ] },
            "owner": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/customer" } ] },
            "account": { "type": "string", "x-expansionResources": { "oneOf": [ { "$ref": "#/components/schemas/account" } ] } },
            "sources": { "type": "array", "items": { "anyOf": [
              { "type": "string" }, { "$ref": "#/components/schemas/card" }, { "$ref": "#/components/schemas/bank_account" } ] } },
            "extra": { "$ref": "#/components/schemas/card" },
            "parts": { "type": "object", "properties": {
              "object": { "type": "string", "enum": ["list"] },
              "data": { "type": "array", "items": { "$ref": "#/components/schemas/card" } } } } } },
          "customer": { "type": "object", "x-resourceId": "customer", "required": ["id", "name"], "properties": {
            "id": { "type": "string" },
            "name": { "type": "string" },
            "card": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/card" } ] } } },
          "deleted_customer": { "type": "object", "required": ["id", "deleted"], "properties": {
            "id": { "type": "string" }, "deleted": { "type": "boolean", "enum": [true] } } },
          "card": { "type": "object", "x-resourceId": "card", "required": ["id"], "properties": {
            "id": { "type": "string" },
            "owner": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/customer" } ] } } },
          "bank_account": { "type": "object", "x-resourceId": "bank_account", "required": ["id", "bank"], "properties": {
            "id": { "type": "string" }, "bank": { "type": "string" } } }
        }
        """;

    [Fact]
    public async Task An_expanded_field_is_the_resource_with_the_same_id()
    {
        using Caller plain = Caller.Of(Slice.Responding(Components, Parameters));
        using Caller caller = Caller.Of(Slice.Responding(Components, Parameters));

        Reply id = await plain.PostAsync("/v1/things", "customer=cus_1");
        Reply expanded = await caller.PostAsync("/v1/things", "customer=cus_1&expand[]=customer&expand[]=owner");

        JsonElement customer = expanded.Json.GetProperty("customer");
        Assert.Equal("cus_1", customer.GetProperty("id").GetString());
        Assert.Matches("^card_[0-9A-Za-z]{24}$", customer.GetProperty("card").GetString()!);
        Assert.False(customer.TryGetProperty("deleted", out _));
        Assert.Equal(id.Text("owner"), expanded.Json.GetProperty("owner").GetProperty("id").GetString());
        Assert.Equal(id.Text("id"), expanded.Text("id"));
    }

    [Fact]
    public async Task A_field_that_is_null_stays_null()
        => Assert.Equal(JsonValueKind.Null, (await SendAsync("expand[]=customer")).Json.GetProperty("customer").ValueKind);

    [Fact]
    public async Task A_path_can_expand_a_resource_inside_another()
    {
        Reply reply = await SendAsync("customer=cus_1&expand[]=customer.card.owner");

        JsonElement card = reply.Json.GetProperty("customer").GetProperty("card");
        Assert.Matches("^card_[0-9A-Za-z]{24}$", card.GetProperty("id").GetString()!);
        Assert.Matches("^cus_[0-9A-Za-z]{24}$", card.GetProperty("owner").GetProperty("id").GetString()!);
        Assert.Equal(JsonValueKind.String, card.GetProperty("owner").GetProperty("card").ValueKind);
    }

    [Fact]
    public async Task Ids_in_a_list_are_expanded_to_resources_with_these_ids()
    {
        Reply reply = await SendAsync("sources[]=ba_1&sources[]=card_1&sources[]=else&expand[]=sources");

        JsonElement sources = reply.Json.GetProperty("sources");
        Assert.Equal(["ba_1", "card_1", "else"], sources.EnumerateArray().Select(source => source.GetProperty("id").GetString()));
        Assert.Equal([true, false, false], sources.EnumerateArray().Select(source => source.TryGetProperty("bank", out _)));
    }

    [Fact]
    public async Task An_omitted_field_is_returned_if_it_is_expanded()
    {
        Assert.False((await SendAsync("")).Json.TryGetProperty("extra", out _));
        Assert.True((await SendAsync("expand[]=extra")).Json.TryGetProperty("extra", out _));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("account.anything.goes")]
    [InlineData("number")]
    [InlineData("parts")]
    [InlineData("parts.data.owner")]
    public async Task A_field_that_the_slice_cannot_expand_is_returned_as_usual(string path)
    {
        Reply reply = await SendAsync($"expand[]={path}");

        Assert.Equal(200, reply.StatusCode);
        Assert.Matches("^acct_[0-9A-Za-z]{24}$", reply.Text("account")!);
    }

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("name", "name")]
    [InlineData("nickname", "nickname")]
    [InlineData("metadata", "metadata")]
    [InlineData("open", "open")]
    [InlineData("data.customer", "data")]
    [InlineData("customer.nonsense", "customer.nonsense")]
    [InlineData("customer.name.first", "customer.name")]
    [InlineData("parts.data.nonsense.more", "parts.data.nonsense")]
    public async Task The_error_names_the_path_up_to_the_field_that_cannot_be_expanded(string path, string expected)
    {
        Reply reply = await SendAsync($"expand[]=owner&expand[]={path}");

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.Equal($"This property cannot be expanded ({expected}).", reply.Error("message"));
        Assert.Null(reply.Error("param"));
        Assert.Null(reply.Error("code"));
    }

    [Fact]
    public async Task The_fields_of_list_elements_are_below_data()
    {
        const string List = """
            { "type": "object", "required": ["object", "data"], "properties": {
              "object": { "type": "string", "enum": ["list"] },
              "data": { "type": "array", "items": { "$ref": "#/components/schemas/card" } } } }
            """;
        string components = Components.Replace("\"thing\"", $"\"thing\": {List}, \"other\"", StringComparison.Ordinal);
        using Caller caller = Caller.Of(Slice.Responding(components, Parameters));

        Reply right = await caller.PostAsync("/v1/things", "expand[]=data.owner&expand[]=data");
        Reply wrong = await caller.PostAsync("/v1/things", "expand[]=owner");
        Reply below = await caller.PostAsync("/v1/things", "expand[]=data.nonsense");

        Assert.Equal("""{"object":"list","data":[]}""", JsonSerializer.Serialize(right.Json));
        Assert.Equal(
            "This property cannot be expanded (owner). You may want to try expanding 'data.owner' instead.", wrong.Error("message"));
        Assert.Equal("This property cannot be expanded (data.nonsense).", below.Error("message"));
    }

    [Fact]
    public async Task More_than_four_levels_are_an_error()
    {
        Reply reply = await SendAsync("expand[]=customer.card.owner.card.owner");

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("property_expansion_max_depth", reply.Error("code"));
        Assert.Equal(
            "You cannot expand more than 4 levels of a property. Property: customer.card.owner.card.owner", reply.Error("message"));
        Assert.Equal(200, (await SendAsync("expand[]=customer.card.owner.card")).StatusCode);
    }

    [Fact]
    public async Task An_error_uses_up_no_stub_and_no_idempotency_key()
    {
        using var stripe = new StripeStandIn();
        stripe.On(AccountLink.CreateOperation).FailWith(StripeErrorType.ApiError);
        var parameters = new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding };
        var options = new StripeRequestOptions { IdempotencyKey = "key_1", MaxRetries = 0 };

        StripeResult<AccountLink> failed = await AccountLink.TryCreateAsync(
            stripe.Client,
            new AccountLinkCreateParams { Account = parameters.Account, Type = parameters.Type, Expand = ["nonsense"] },
            options);
        StripeResult<AccountLink> stubbed = await AccountLink.TryCreateAsync(stripe.Client, parameters, options);

        Assert.Equal("This property cannot be expanded (nonsense).", failed.Error!.Message);
        Assert.Equal(StripeErrorType.ApiError, stubbed.Error!.Type);
    }

    [Specs.Fact]
    public async Task Resources_of_a_complete_specification_can_be_expanded()
    {
        using Caller caller = Caller.OfForgetful(await File.ReadAllTextAsync(Specs.Full));

        Reply intent = await caller.PostAsync(
            "/v1/payment_intents",
            "amount=5&currency=usd&customer=cus_1&payment_method=pm_1&confirm=true&expand[]=customer&expand[]=latest_charge.customer");
        Reply subscription = await caller.PostAsync(
            "/v1/subscriptions", "customer=cus_1&payment_behavior=default_incomplete&expand[]=latest_invoice.payment_intent");
        Reply nested = await caller.PostAsync("/v1/payment_intents", "amount=5&currency=usd&expand[]=customer.nonsense");
        Reply list = await caller.GetAsync("/v1/charges?expand[]=data.customer");
        Reply wrong = await caller.GetAsync("/v1/charges?expand[]=customer");

        Assert.Equal("customer", intent.Json.GetProperty("customer").GetProperty("object").GetString());
        Assert.Equal("cus_1", intent.Json.GetProperty("customer").GetProperty("id").GetString());
        Assert.Equal("pm_1", intent.Text("payment_method"));
        Assert.Equal("succeeded", intent.Json.GetProperty("latest_charge").GetProperty("status").GetString());
        JsonElement invoice = subscription.Json.GetProperty("latest_invoice");
        Assert.Equal("open", invoice.GetProperty("status").GetString());
        string payment = invoice.GetProperty("payment_intent").GetProperty("id").GetString()!;
        Assert.StartsWith(
            payment + "_secret_", invoice.GetProperty("payment_intent").GetProperty("client_secret").GetString(), StringComparison.Ordinal);
        Assert.Equal("This property cannot be expanded (customer.nonsense).", nested.Error("message"));
        Assert.Equal(200, list.StatusCode);
        Assert.Equal(
            "This property cannot be expanded (customer). You may want to try expanding 'data.customer' instead.", wrong.Error("message"));
    }

    [Specs.Fact]
    public async Task Every_field_that_Stripe_declares_expandable_can_be_expanded()
    {
        string spec = await File.ReadAllTextAsync(Specs.Full);
        JsonNode root = JsonNode.Parse(spec)!;
        using Caller caller = Caller.OfForgetful(spec);
        int count = 0;
        foreach (ParityRequest request in ParityRequests.Create(Specification.Parse(spec)))
        {
            if (request.Kind != "required parameters")
            {
                continue;
            }

            string[] fields = FieldsOf(root, request.Operation.Split(' ')[1]);
            if (fields.Length == 0 || request.MediaType != "application/x-www-form-urlencoded")
            {
                continue;
            }

            using var body = BodyEncoder.Encode(request)!;
            string form = await body.ReadAsStringAsync();
            Reply reply = await caller.PostAsync(request.Path, $"{form}&{string.Join('&', fields.Select(field => "expand[]=" + field))}");
            Assert.True(reply.StatusCode == 200, $"{request}: {reply.Body}");
            count++;
        }

        Assert.True(count > 150, $"{count} operations were tried.");
    }

    /// <summary>The fields that the response schema of a POST declares expandable.</summary>
    private static string[] FieldsOf(JsonNode spec, string path)
    {
        JsonNode? response = spec["paths"]![path]!["post"]!["responses"]!["200"]!["content"]?["application/json"]?["schema"]?["$ref"];
        JsonNode? schema = response is null ? null : spec["components"]!["schemas"]![response.ToString().Split('/')[^1]];
        return [.. (schema?["x-expandableFields"] as JsonArray ?? []).Select(field => field!.ToString())];
    }

    private static async Task<Reply> SendAsync(string form)
    {
        using Caller caller = Caller.Of(Slice.Responding(Components, Parameters));
        return await caller.PostAsync("/v1/things", form);
    }
}
