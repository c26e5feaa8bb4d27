using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Pipeline;

public sealed class HeaderTests : IDisposable
{
    private readonly Caller _caller = Caller.Of(Slice.Accepting("""{ "type": "object", "properties": {} }"""));

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("/v1/things", "", $"Bearer {Caller.Key}", 200)]
    [InlineData("/v1/things", "nope=1", $"Bearer {Caller.Key}", 400)]
    [InlineData("/v1/things", "", null, 401)]
    [InlineData("/v1/nope", "", $"Bearer {Caller.Key}", 404)]
    public async Task Every_response_has_a_request_id_and_the_version(string path, string form, string? key, int status)
    {
        Reply reply = await _caller.PostAsync(path, form, key);

        Assert.Equal(status, reply.StatusCode);
        Assert.Matches("^req_[0-9A-Za-z]{16}$", reply.Header("Request-Id")!);
        Assert.Equal("2020-01-01.test", reply.Header("Stripe-Version"));
        Assert.Null(reply.Header("Idempotency-Key"));
        Assert.Null(reply.Header("Stripe-Account"));
        Assert.Null(reply.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Version_account_context_and_idempotency_key_of_the_request_are_returned()
    {
        Reply reply = await _caller.PostAsync(
            "/v1/things", "",
            ("Stripe-Version", "2019-01-01"),
            ("Stripe-Account", "acct_1"),
            ("Stripe-Context", "acct_1/acct_2"),
            ("Idempotency-Key", "abc-123"));

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal("2019-01-01", reply.Header("Stripe-Version"));
        Assert.Equal("acct_1", reply.Header("Stripe-Account"));
        Assert.Equal("acct_1/acct_2", reply.Header("Stripe-Context"));
        Assert.Equal("abc-123", reply.Header("Idempotency-Key"));
    }

    [Theory]
    [InlineData("2011-01-01")]
    [InlineData("2026-09-30.endive")]
    [InlineData("2026-09-30.preview; feature_beta=v3")]
    [InlineData("2020-08-27;one_beta=v1;other_beta=v2")]
    [InlineData("2026-09-30.endive; x_beta=v1")]
    [InlineData("2026-09-30.endive ; x_beta=v1; y-beta=2 ;z")]
    [InlineData("2026-10-28.endive; preview=v1")]
    public async Task A_version_is_a_date_with_or_without_a_name(string version)
        => Assert.Equal(200, (await _caller.PostAsync("/v1/things", "", ("Stripe-Version", version))).StatusCode);

    [Theory]
    [InlineData("latest")]
    [InlineData("2020-1-1")]
    [InlineData("2026-09-30.")]
    [InlineData("2026-09-30 endive")]
    [InlineData("2026-09-30.endive x_beta=v1")]
    [InlineData("2026-09-30.endive x; x_beta=v1")]
    [InlineData("x; 2026-09-30.endive")]
    [InlineData("2026-13-01; x_beta=v1")]
    [InlineData("2026-13-01")]
    [InlineData("9999-99-99.endive")]
    public async Task Any_other_version_is_an_error(string version)
    {
        Reply reply = await _caller.PostAsync("/v1/things", "", ("Stripe-Version", version));

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        string shown = version.Length <= 23 ? version : $"{version[..10]}...{version[^10..]}";
        Assert.StartsWith($"Invalid Stripe API version: {shown}. ", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_and_a_key_with_inner_spaces_are_returned_and_the_key_is_distinguished_from_others()
    {
        (string, string) version = ("Stripe-Version", "2026-09-30.endive; x_beta=v1");

        Reply first = await _caller.PostAsync("/v1/things", "", version, ("Idempotency-Key", "order 4 2"));
        Reply again = await _caller.PostAsync("/v1/things", "", version, ("Idempotency-Key", "order 4 2"));
        Reply other = await _caller.PostAsync("/v1/things", "", version, ("Idempotency-Key", "order 42"));

        Assert.Equal([200, 200, 200], [first.StatusCode, again.StatusCode, other.StatusCode]);
        Assert.Equal("2026-09-30.endive; x_beta=v1", first.Header("Stripe-Version"));
        Assert.Equal("order 4 2", first.Header("Idempotency-Key"));
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Null(other.Header("Idempotent-Replayed"));
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("acct_")]
    [InlineData("cus_1234")]
    [InlineData("acct_1/2")]
    public async Task A_malformed_account_id_is_an_error(string account)
    {
        Reply reply = await _caller.PostAsync("/v1/things", "", ("Stripe-Account", account));

        Assert.Equal(403, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.Equal("account_invalid", reply.Error("code"));
        Assert.Contains($"'{account}'", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idempotency_key_has_at_most_255_characters()
    {
        Reply longest = await _caller.PostAsync("/v1/things", "", ("Idempotency-Key", new string('k', 255)));
        Reply tooLong = await _caller.PostAsync("/v1/things", "", ("Idempotency-Key", new string('k', 256)));

        Assert.Equal(200, longest.StatusCode);
        Assert.Equal(400, tooLong.StatusCode);
        Assert.Equal("invalid_request_error", tooLong.Error("type"));
        Assert.Contains("256", tooLong.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_reported_in_the_order_key_URL_headers_parameters()
    {
        (string, string) version = ("Stripe-Version", "latest");
        (string, string) account = ("Stripe-Account", "nobody");

        Assert.Equal(401, (await _caller.PostAsync("/v1/nope", "nope=1", authorization: null)).StatusCode);
        Assert.Equal(404, (await _caller.PostAsync("/v1/nope", "nope=1", version)).StatusCode);
        Assert.Contains(
            "version", (await _caller.PostAsync("/v1/things", "nope=1", account, version)).Error("message"), StringComparison.Ordinal);
        Assert.Equal("account_invalid", (await _caller.PostAsync("/v1/things", "nope=1", account)).Error("code"));
        Assert.Equal("parameter_unknown", (await _caller.PostAsync("/v1/things", "nope=1")).Error("code"));
    }
}
