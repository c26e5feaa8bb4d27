using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>The account behind an account link.</summary>
public sealed class AccountFormTests : IDisposable
{
    internal const string Paths = """
        {
          "/v1/account_links": { "post": {
            "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object",
              "required": ["account", "type"], "properties": { "account": { "type": "string" }, "type": { "type": "string" },
              "return_url": { "type": "string" }, "refresh_url": { "type": "string" } } } } } },
            "responses": { "200": { "description": "", "content": { "application/json": {
              "schema": { "$ref": "#/components/schemas/account_link" } } } } } } },
          "/v1/accounts/{account}": { "get": {
            "responses": { "200": { "description": "", "content": { "application/json": {
              "schema": { "$ref": "#/components/schemas/account" } } } } } } }
        }
        """;

    internal const string Components = """
        {
          "account_link": { "type": "object", "x-resourceId": "account_link", "properties": {
            "url": { "type": "string" }, "expires_at": { "type": "integer", "format": "unix-time" } } },
          "account": { "type": "object", "x-resourceId": "account", "required": ["id", "object"], "properties": {
            "id": { "type": "string" }, "object": { "type": "string", "enum": ["account"] },
            "charges_enabled": { "type": "boolean" }, "details_submitted": { "type": "boolean" }, "payouts_enabled": { "type": "boolean" },
            "requirements": { "$ref": "#/components/schemas/account_requirements" } } },
          "account_requirements": { "type": "object", "properties": {
            "currently_due": { "type": "array", "nullable": true, "items": { "type": "string" } },
            "disabled_reason": { "type": "string", "nullable": true } } }
        }
        """;

    private readonly List<string> _log = [];
    private readonly Caller _caller;

    public AccountFormTests() => _caller = new Caller(new StripeStandIn(new StripeStandInOptions
    {
        Slice = StripeSlice.Parse(Slice.With(Paths, Components)),
        TimeProvider = Caller.Clock,
        OnChanged = change => _log.Add($"{change.Type} {change.Account}"),
        OnFormFinished = form => _log.Add($"finished {form.Account}"),
    }));

    private StandInAccountLinks Links => _caller.Stripe!.AccountLinks;

    public void Dispose()
    {
        _caller.Stripe!.Dispose();
        _caller.Dispose();
    }

    [Fact]
    public async Task An_account_exists_from_its_first_link_on_and_has_requirements()
    {
        Assert.Equal("resource_missing", (await ReadAsync()).Error("code"));

        await CreateLinkAsync();
        Reply account = await ReadAsync();

        Assert.Equal("acct_1", account.Text("id"));
        Assert.False(account.Json.GetProperty("details_submitted").GetBoolean());
        Assert.False(account.Json.GetProperty("charges_enabled").GetBoolean());
        Assert.NotEmpty(account.Json.GetProperty("requirements").GetProperty("currently_due").EnumerateArray());
        Assert.Empty(_log);
    }

    [Fact]
    public async Task A_finished_form_enables_the_account_before_it_is_reported()
    {
        string url = await CreateLinkAsync();
        Links.Visit(url);

        Assert.True(Links.Finish(url));

        JsonElement account = (await ReadAsync()).Json;
        Assert.True(account.GetProperty("details_submitted").GetBoolean());
        Assert.True(account.GetProperty("charges_enabled").GetBoolean());
        Assert.True(account.GetProperty("payouts_enabled").GetBoolean());
        Assert.Equal("""{"currently_due":[],"disabled_reason":null}""", JsonSerializer.Serialize(account.GetProperty("requirements")));
        Assert.Equal(["account.updated acct_1", "finished acct_1"], _log);
    }

    [Fact]
    public async Task A_form_that_no_link_opened_cannot_be_finished()
    {
        string url = await CreateLinkAsync();

        Assert.False(Links.Finish("https://example.com/"));
        Assert.False(Links.Finish(url));

        Assert.False((await ReadAsync()).Json.GetProperty("details_submitted").GetBoolean());
        Assert.Empty(_log);
    }

    [Fact]
    public async Task Another_link_does_not_reset_the_account()
    {
        string url = await CreateLinkAsync();
        Links.Visit(url);
        Links.Finish(url);

        await CreateLinkAsync();

        Assert.True((await ReadAsync()).Json.GetProperty("details_submitted").GetBoolean());
    }

    private Task<Reply> ReadAsync() => _caller.GetAsync("/v1/accounts/acct_1");

    private async Task<string> CreateLinkAsync()
        => (await _caller.PostAsync("/v1/account_links", "account=acct_1&type=account_onboarding")).Text("url")!;
}
