using System.Text.Json;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Http;

/// <summary>The headers that every request sends.</summary>
public sealed class HeaderTests
{
    [Fact]
    public async Task A_request_sends_these_headers_and_no_others()
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync(new ThingParams { Text = "a" });

        RecordedRequest sent = caller.Sent;
        Assert.Equal(
            [
                "Accept", "Accept-Encoding", "Authorization", "Content-Length", "Content-Type", "Idempotency-Key",
                "Stripe-Version", "User-Agent", "X-Stripe-Client-User-Agent",
            ],
            sent.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal($"Bearer {Caller.Key}", sent.Header("Authorization"));
        Assert.Equal("application/json", sent.Header("Accept"));
        Assert.Equal("identity", sent.Header("Accept-Encoding"));
        Assert.Equal("application/x-www-form-urlencoded", sent.Header("Content-Type"));
        Assert.Equal("6", sent.Header("Content-Length"));
        Assert.Equal(Thing.ApiVersion, sent.Header("Stripe-Version"));
    }

    [Fact]
    public async Task The_library_identifies_itself_and_not_the_machine()
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync();

        string agent = caller.Sent.Header("User-Agent")!;
        string details = caller.Sent.Header("X-Stripe-Client-User-Agent")!;
        Assert.Matches(@"^Lattice\.Generated/\d+\.\d+\.\d+\S* \(\.NET \d+\.\d+\.\d+\S*\)$", agent);
        using JsonDocument json = JsonDocument.Parse(details);
        Assert.Equal(
            ["bindings_version", "lang", "lang_version", "publisher"],
            json.RootElement.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal("dotnet", json.RootElement.GetProperty("lang").GetString());
        Assert.Equal(Environment.Version.ToString(), json.RootElement.GetProperty("lang_version").GetString());
        Assert.StartsWith(
            $"Lattice.Generated/{json.RootElement.GetProperty("bindings_version").GetString()} ", agent, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, agent + details, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Environment.OSVersion.VersionString, agent + details, StringComparison.OrdinalIgnoreCase);
        foreach (JsonProperty property in json.RootElement.EnumerateObject())
        {
            Assert.NotEqual(Environment.UserName, property.Value.GetString());
        }
    }

    [Theory]
    [InlineData(null, null, Thing.ApiVersion)]
    [InlineData("2021-01-01", null, "2021-01-01")]
    [InlineData(null, "2022-02-02", "2022-02-02")]
    [InlineData("2021-01-01", "2022-02-02", "2022-02-02")]
    public async Task The_version_is_that_of_the_request_the_client_or_the_types(string? client, string? request, string expected)
    {
        using Caller caller = Caller.Succeeding(options => options.ApiVersion = client);

        await caller.CreateAsync(null, new StripeRequestOptions { ApiVersion = request });

        Assert.Equal(expected, caller.Sent.Header("Stripe-Version"));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("acct_client", null, "acct_client")]
    [InlineData(null, "acct_request", "acct_request")]
    [InlineData("acct_client", "acct_request", "acct_request")]
    public async Task Account_and_context_are_those_of_the_request_or_the_client(string? client, string? request, string? expected)
    {
        using Caller caller = Caller.Succeeding(options => (options.StripeAccount, options.StripeContext) = (client, client + "/ctx"));
        using Caller without = Caller.Succeeding();

        await caller.CreateAsync(
            null, new StripeRequestOptions { StripeAccount = request, StripeContext = request is null ? null : request + "/ctx" });
        await without.CreateAsync(null, new StripeRequestOptions { StripeAccount = request });

        Assert.Equal(expected, caller.Sent.Header("Stripe-Account"));
        Assert.Equal(expected + "/ctx", caller.Sent.Header("Stripe-Context"));
        Assert.Equal(request, without.Sent.Header("Stripe-Account"));
        Assert.Null(without.Sent.Header("Stripe-Context"));
    }

    [Fact]
    public async Task The_key_of_the_request_overrides_that_of_the_client_for_this_request()
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync(null, new StripeRequestOptions { ApiKey = "rk_test_other" });
        await caller.CreateAsync(null, new StripeRequestOptions());

        Assert.Equal(
            ["Bearer rk_test_other", $"Bearer {Caller.Key}"],
            caller.Handler.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_POST_without_a_body_has_empty_content()
    {
        using Caller caller = Caller.Succeeding();
        var operation = new StripeOperation<StripeNoParams, Thing>(
            "Thing.Ping", HttpMethod.Post, "/v1/ping", Thing.ApiVersion, StripeJsonReader.Read<Thing>);

        await operation.SendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal([], caller.Sent.Bytes!);
        Assert.Equal("0", caller.Sent.Header("Content-Length"));
        Assert.Null(caller.Sent.Header("Content-Type"));
        Assert.NotNull(caller.Sent.Header("Idempotency-Key"));
    }
}
