using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Responses;

public sealed class ResourceWriterTests
{
    [Fact]
    public async Task Every_kind_of_property_gets_a_matching_value()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            { "thing": { "type": "object", "x-resourceId": "funny.thing", "required": ["id", "object"], "properties": {
              "id": { "type": "string" },
              "object": { "type": "string", "enum": ["funny.thing"] },
              "created": { "type": "integer", "format": "unix-time" },
              "expires_at": { "type": "integer", "format": "unix-time" },
              "updated": { "type": "integer", "format": "unix-time" },
              "amount": { "type": "integer" },
              "ratio": { "type": "number" },
              "price": { "type": "string", "format": "decimal" },
              "active": { "type": "boolean" },
              "deleted": { "type": "boolean", "enum": [true] },
              "livemode": { "type": "boolean" },
              "status": { "type": "string", "enum": ["open", "closed"] },
              "nickname": { "type": "string", "nullable": true },
              "label": { "type": "string" },
              "cc": { "type": "string", "maxLength": 1 },
              "receipt_url": { "type": "string" },
              "tags": { "type": "array", "items": { "type": "string" } },
              "metadata": { "type": "object", "additionalProperties": { "type": "string" } },
              "anything": {}
            } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things");
        string id = reply.Text("id")!;
        string url = reply.Text("receipt_url")!;

        Assert.Equal(200, reply.StatusCode);
        Assert.Matches("^ft_[0-9A-Za-z]{24}$", id);
        Assert.Matches(@"^https://pages\.stand-in\.invalid/funny/thing/[0-9A-Za-z]{32}$", url);
        Assert.Equal(
            $$"""
            {"id":"{{id}}","object":"funny.thing","created":1700000000,"expires_at":1700000300,"updated":1700000000,
            "amount":0,"ratio":0,"price":"0","active":true,"deleted":true,"livemode":false,"status":"open",
            "nickname":null,"label":"label","cc":"c","receipt_url":"{{url}}","tags":[],"metadata":{},"anything":null}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(reply.Json));
    }

    [Theory]
    [InlineData("sk_test_abc", false)]
    [InlineData("sk_live_abc", true)]
    [InlineData("rk_live_abc", true)]
    public async Task The_key_determines_live_mode(string key, bool livemode)
    {
        using Caller caller = Caller.Of(Slice.Responding(
            """{ "thing": { "type": "object", "properties": { "livemode": { "type": "boolean" } } } }"""));

        Reply reply = await caller.PostAsync("/v1/things", authorization: $"Bearer {key}");

        Assert.Equal(livemode, reply.Json.GetProperty("livemode").GetBoolean());
    }

    [Fact]
    public async Task Path_parameters_are_returned()
    {
        using var caller = new Caller(new StripeStandIn(new StripeStandInOptions
        {
            Slice = StripeSlice.Parse(Slice.With(
            $$"""
            { "/v1/owners/{owner}/things": { "post": {{Slice.Operation("Create")}} },
              "/v1/things/{thing}": { "post": {{Slice.Operation("Update")}} },
              "/v1/others/{id}/things": { "post": {{Slice.Operation("CreateOfOther")}} } }
            """,
            """
            { "thing": { "type": "object", "properties": { "id": { "type": "string" }, "owner": { "type": "string" } } } }
            """))
        }));

        Reply created = await caller.PostAsync("/v1/owners/ow%2F1/things");
        Reply updated = await caller.PostAsync($"/v1/things/{created.Text("id")}");
        Reply ofOther = await caller.PostAsync("/v1/others/ot_1/things");

        Assert.Equal("ow/1", created.Text("owner"));
        Assert.Matches("^t_[0-9A-Za-z]{24}$", created.Text("id")!);
        Assert.Equal(created.Text("id"), updated.Text("id"));
        Assert.Matches("^t_[0-9A-Za-z]{24}$", ofOther.Text("id")!);
        Assert.DoesNotContain(caller.Stripe!.Requests, request => request.Parameters.Count > 0);
    }

    [Fact]
    public async Task Secrets_name_their_owner()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            { "thing": { "type": "object", "x-resourceId": "customer_session", "properties": {
              "client_secret": { "type": "string" },
              "nested": { "type": "object", "properties": { "id": { "type": "string" }, "secret": { "type": "string" } } } } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        JsonElement nested = reply.Json.GetProperty("nested");
        string id = nested.GetProperty("id").GetString()!;
        Assert.Matches("^cuss_secret_[0-9A-Za-z]{32}$", reply.Text("client_secret")!);
        Assert.StartsWith(id + "_secret_", nested.GetProperty("secret").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_returned_if_the_resource_has_them()
    {
        const string Properties = """
            { "type": "object", "properties": {
              "name": { "type": "string", "nullable": true },
              "mode": { "type": "string", "enum": ["a", "b"] },
              "amount": { "type": "integer" },
              "ratio": { "type": "number" },
              "active": { "type": "boolean" },
              "tags": { "type": "array", "items": { "type": "string" } },
              "address": { "type": "object", "nullable": true, "properties": {
                "city": { "type": "string", "nullable": true }, "line2": { "type": "string", "nullable": true } } },
              "metadata": { "type": "object", "additionalProperties": { "type": "string" } },
              "extra": { "type": "object" }
            } }
            """;
        using Caller caller = Caller.Of(Slice.Responding($$"""{ "thing": {{Properties}} }""", Properties));

        Reply reply = await caller.PostAsync(
            "/v1/things",
            "name=Ann&mode=b&amount=5&ratio=1.50&active=true&tags[1]=y&tags[0]=x&address[city]=Bern"
            + "&metadata[a]=1&metadata[gone]=&extra[deep][er]=2");

        Assert.Equal(
            """
            {"name":"Ann","mode":"b","amount":5,"ratio":1.50,"active":true,"tags":["x","y"],
            "address":{"city":"Bern","line2":null},"metadata":{"a":"1"},"extra":{"deep":{"er":"2"}}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(reply.Json));
    }

    [Fact]
    public async Task A_parameter_of_another_type_is_not_returned()
    {
        using Caller caller = Caller.Of(Slice.Responding(
            """
            { "thing": { "type": "object", "properties": {
              "amount": { "type": "integer" },
              "name": { "type": "string", "nullable": true },
              "open": { "type": "object" } } } }
            """,
            """
            { "type": "object", "properties": {
              "amount": { "type": "string" },
              "name": { "anyOf": [ { "type": "string" }, { "type": "string", "enum": [""] } ] },
              "open": { "type": "object" } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things", "amount=lots&name=&open=");

        Assert.Equal("""{"amount":0,"name":null,"open":{}}""", JsonSerializer.Serialize(reply.Json));
    }

    [Fact]
    public async Task Required_resources_are_generated_and_optional_ones_end_the_recursion()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            {
              "thing": { "type": "object", "required": ["part", "parent"], "properties": {
                "part": { "$ref": "#/components/schemas/part" },
                "spare": { "$ref": "#/components/schemas/part" },
                "either": { "anyOf": [ { "$ref": "#/components/schemas/part" } ] },
                "parent": { "anyOf": [ { "$ref": "#/components/schemas/thing" } ], "nullable": true } } },
              "part": { "type": "object", "required": ["id"], "properties": {
                "id": { "type": "string" },
                "thing": { "$ref": "#/components/schemas/thing" } } }
            }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Equal(["part", "parent"], reply.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("parent").ValueKind);
        Assert.Equal(["id"], reply.Json.GetProperty("part").EnumerateObject().Select(property => property.Name));
        Assert.Matches("^p_[0-9A-Za-z]{24}$", reply.Json.GetProperty("part").GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task Resources_that_require_themselves_are_truncated()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            { "thing": { "type": "object", "required": ["self"], "properties": {
              "self": { "$ref": "#/components/schemas/thing" } } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(8, reply.Body.Split("\"self\"").Length - 1);
    }

    [Fact]
    public async Task A_list_is_empty_and_has_the_address_of_its_collection()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            { "thing": { "type": "object", "x-resourceId": "thing", "properties": {
              "id": { "type": "string" },
              "parts": { "type": "object", "required": ["data", "has_more", "object", "url"], "properties": {
                "data": { "type": "array", "items": { "type": "string" } },
                "has_more": { "type": "boolean" },
                "object": { "type": "string", "enum": ["list"] },
                "url": { "type": "string" } } } } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Equal(
            $$"""{"data":[],"has_more":false,"object":"list","url":"/v1/things/{{reply.Text("id")}}/parts"}""",
            JsonSerializer.Serialize(reply.Json.GetProperty("parts")));
    }

    [Fact]
    public async Task The_page_of_a_nested_resource_contains_its_parent()
    {
        using Caller caller = Caller.Of(Slice.With(
            $$"""{ "/v1/owners/{owner}/things": { "post": {{Slice.Operation("Create")}} } }""",
            """{ "thing": { "type": "object", "properties": { "url": { "type": "string" } } } }"""));

        Reply reply = await caller.PostAsync("/v1/owners/ow%2F1/things");

        Assert.StartsWith("https://pages.stand-in.invalid/thing/ow%2F1/", reply.Text("url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_without_a_schema_is_an_empty_object()
    {
        using Caller caller = Caller.Of(Slice.With("""
            { "/v1/things": { "post": { "responses": { "202": { "description": "Accepted." } } } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Equal(202, reply.StatusCode);
        Assert.Equal("{}", reply.Body);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids_and_another_seed_gives_others()
    {
        Reply first = await AskAsync(seed: 7);
        Reply again = await AskAsync(seed: 7);
        Reply other = await AskAsync(seed: 8);

        Assert.Equal(first.Body, again.Body);
        Assert.Equal(first.Header("Request-Id"), again.Header("Request-Id"));
        Assert.NotEqual(first.Text("url"), other.Text("url"));
        Assert.NotEqual(first.Header("Request-Id"), other.Header("Request-Id"));
    }

    private static async Task<Reply> AskAsync(int seed)
    {
        using var caller = new Caller(
            new StripeStandIn(new StripeStandInOptions { Seed = seed, TimeProvider = Caller.Clock }));
        return await caller.PostAsync("/v1/account_links", "account=acct_1&type=account_onboarding");
    }
}
