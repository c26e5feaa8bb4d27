namespace Lattice.Stripe.Tests.Http;

/// <summary>Where a request goes: no value can change the path.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("https://api.stripe.com/", "https://api.stripe.com/v1/things")]
    [InlineData("https://api.stripe.com", "https://api.stripe.com/v1/things")]
    [InlineData("http://localhost:12111", "http://localhost:12111/v1/things")]
    [InlineData("https://proxy.example/stripe", "https://proxy.example/stripe/v1/things")]
    [InlineData("https://proxy.example/stripe/", "https://proxy.example/stripe/v1/things")]
    [InlineData("https://proxy.example/a/b%20c", "https://proxy.example/a/b%20c/v1/things")]
    [InlineData("https://[::1]:8443/x", "https://[::1]:8443/x/v1/things")]
    public async Task The_route_is_below_the_base_address(string baseAddress, string expected)
    {
        using Caller caller = Caller.Succeeding(options => options.BaseAddress = new Uri(baseAddress));

        await caller.CreateAsync();
        await Thing.Post("/v1/{id}/things").SendAsync(caller.Client, ["x"], null, null, CancellationToken.None);

        Assert.Equal(
            [expected, expected.Replace("/v1/", "/v1/x/", StringComparison.Ordinal)],
            caller.Handler.Requests.Select(request => request.Uri.AbsoluteUri));
    }

    [Theory]
    [InlineData("acct_123", "acct_123")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a?b", "a%3Fb")]
    [InlineData("a#b", "a%23b")]
    [InlineData("a b", "a%20b")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("../../v1/accounts", "..%2F..%2Fv1%2Faccounts")]
    [InlineData("/", "%2F")]
    [InlineData("//evil.example/", "%2F%2Fevil.example%2F")]
    [InlineData("https://evil.example", "https%3A%2F%2Fevil.example")]
    [InlineData("\\..\\", "%5C..%5C")]
    [InlineData("...", "...")]
    [InlineData("a.", "a.")]
    [InlineData(" ", "%20")]
    [InlineData("\r\n", "%0D%0A")]
    [InlineData("&=+;@:", "%26%3D%2B%3B%40%3A")]
    [InlineData("é😀", "%C3%A9%F0%9F%98%80")]
    [InlineData("{account}", "%7Baccount%7D")]
    public async Task A_path_parameter_stays_one_segment(string value, string expected)
    {
        using Caller caller = Caller.Succeeding();

        await Thing.Post("/v1/accounts/{account}/links").SendAsync(caller.Client, [value], null, null, CancellationToken.None);

        Assert.Equal($"/v1/accounts/{expected}/links", caller.Sent.Uri.PathAndQuery);
        Assert.Equal("api.stripe.com", caller.Sent.Uri.Host);
        Assert.Equal("", caller.Sent.Uri.Fragment);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task A_path_parameter_that_is_not_a_segment_is_rejected(string? value)
    {
        using Caller caller = Caller.Succeeding();

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Thing.Post("/v1/a/{b}/c").TrySendAsync(caller.Client, [value!], null, null, CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Thing.Post("/v1/a/{b}/c/{d}").TrySendAsync(caller.Client, ["ok", value!], null, null, CancellationToken.None));

        Assert.Empty(caller.Handler.Requests);
    }

    [Theory]
    [InlineData("/v1/a", 1)]
    [InlineData("/v1/a/{b}", 0)]
    [InlineData("/v1/a/{b}", 2)]
    [InlineData("/v1/a/{b}/c/{d}", 1)]
    public async Task The_number_of_values_must_equal_that_of_the_placeholders(string route, int count)
    {
        using Caller caller = Caller.Succeeding();
        PathParameters values = [.. Enumerable.Repeat("x", count)];

        await Assert.ThrowsAsync<ArgumentException>(
            () => Thing.Post(route).TrySendAsync(caller.Client, values, null, null, CancellationToken.None));

        Assert.Empty(caller.Handler.Requests);
    }

    [Fact]
    public async Task Values_fill_the_placeholders_in_order()
    {
        using Caller caller = Caller.Succeeding();

        await Thing.Post("/v1/{a}/b/{c}").SendAsync(caller.Client, ["{c}", "2"], null, null, CancellationToken.None);

        Assert.Equal("/v1/%7Bc%7D/b/2", caller.Sent.Uri.AbsolutePath);
    }

    [Fact]
    public async Task A_lone_surrogate_in_a_path_parameter_changes_no_other_part()
    {
        using Caller caller = Caller.Succeeding();

        await Thing.Post("/v1/a/{b}/c").SendAsync(caller.Client, ["x\ud800"], null, null, CancellationToken.None);

        Assert.Equal("/v1/a/x%EF%BF%BD/c", caller.Sent.Uri.AbsolutePath);
    }
}
