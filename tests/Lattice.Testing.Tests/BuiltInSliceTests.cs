using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The slice of the package.</summary>
public sealed class BuiltInSliceTests : IDisposable
{
    private const string Path = "/v1/account_links";
    private const string Valid = "account=acct_connected_123&type=account_onboarding"
        + "&refresh_url=https%3A%2F%2Fexample.com%2Frefresh&return_url=https%3A%2F%2Fexample.com%2Freturn";

    private readonly Caller _caller = new(new StripeStandIn(new StripeStandInOptions { TimeProvider = Caller.Clock }));

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task A_valid_request_returns_a_link_that_expires_after_five_minutes()
    {
        Reply reply = await _caller.PostAsync(Path, Valid);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal("application/json", reply.Header("Content-Type"));
        Assert.Equal("account_link", reply.Text("object"));
        Assert.Equal(1_700_000_000, reply.Json.GetProperty("created").GetInt64());
        Assert.Equal(1_700_000_300, reply.Json.GetProperty("expires_at").GetInt64());
        Assert.Equal(4, reply.Json.EnumerateObject().Count());
    }

    [Fact]
    public async Task The_url_is_https_on_a_host_that_cannot_exist_and_contains_the_account()
    {
        var url = new Uri((await _caller.PostAsync(Path, Valid)).Text("url")!);

        Assert.Equal("https", url.Scheme);
        Assert.EndsWith(".stand-in.invalid", url.Host, StringComparison.Ordinal);
        Assert.Matches("^/account_link/acct_connected_123/[0-9A-Za-z]{32}$", url.AbsolutePath);
    }

    [Fact]
    public async Task Two_requests_get_different_urls_and_request_ids()
    {
        Reply first = await _caller.PostAsync(Path, Valid);
        Reply second = await _caller.PostAsync(Path, Valid);

        Assert.NotEqual(first.Text("url"), second.Text("url"));
        Assert.NotEqual(first.Header("Request-Id"), second.Header("Request-Id"));
    }

    [Fact]
    public async Task Missing_parameters_are_reported_one_at_a_time()
    {
        Reply first = await _caller.PostAsync(Path);
        Reply second = await _caller.PostAsync(Path, "account=acct_1");

        Assert.Equal("Missing required param: account.", first.Error("message"));
        Assert.Equal(400, second.StatusCode);
        Assert.Equal("invalid_request_error", second.Error("type"));
        Assert.Equal("parameter_missing", second.Error("code"));
        Assert.Equal("type", second.Error("param"));
        Assert.Equal("Missing required param: type.", second.Error("message"));
        Assert.Equal("https://stripe.com/docs/error-codes/parameter-missing", second.Error("doc_url"));
    }

    [Fact]
    public async Task An_invalid_nested_enum_value_is_reported_with_its_name_in_brackets()
    {
        Reply reply = await _caller.PostAsync(Path, Valid + "&collection_options[fields]=someday");

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("collection_options[fields]", reply.Error("param"));
        Assert.Equal(
            "Invalid collection_options[fields]: must be one of currently_due or eventually_due",
            reply.Error("message"));
    }

    [Fact]
    public async Task Unknown_values_of_an_open_enum_are_accepted_if_an_option_allows_them()
    {
        using var lenient = new Caller(new StripeStandIn(new StripeStandInOptions { AllowUnlistedValues = true }));

        Reply refused = await _caller.PostAsync(Path, "account=acct_1&type=a_type_of_tomorrow");
        Reply accepted = await lenient.PostAsync(Path, "account=acct_1&type=a_type_of_tomorrow");

        Assert.Equal((400, "type", 200), (refused.StatusCode, refused.Error("param"), accepted.StatusCode));
    }

    [Fact]
    public void The_built_in_slice_has_a_version_and_is_read_once()
    {
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}", StripeSlice.BuiltIn.ApiVersion);
        Assert.Same(StripeSlice.BuiltIn, StripeSlice.BuiltIn);
    }
}
