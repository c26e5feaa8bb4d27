using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Pipeline;

public sealed class AuthenticationTests
{
    private static readonly string s_things = Slice.Accepting("""{ "type": "object", "properties": {} }""");

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData(Caller.Key)]
    [InlineData("Digest " + Caller.Key)]
    [InlineData("Basic not-base64!")]
    [InlineData("Basic OnBhc3N3b3Jk")]
    public async Task The_error_of_a_request_without_a_key_says_how_to_send_one(string? authorization)
    {
        using Caller caller = Caller.Of(s_things);

        Reply reply = await caller.PostAsync("/v1/things", authorization: authorization);

        Assert.Equal(401, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.StartsWith("You did not provide an API key.", reply.Error("message"), StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer", reply.Error("message"), StringComparison.Ordinal);
        Assert.NotNull(reply.Header("WWW-Authenticate"));
        Assert.DoesNotContain("4eC39", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_test_abc")]
    [InlineData("sk_live_abc")]
    [InlineData("rk_test_abc")]
    [InlineData("rk_live_abc")]
    public async Task Every_well_formed_secret_key_is_accepted_as_a_bearer_token_and_as_a_user_name(string key)
    {
        using Caller caller = Caller.Of(s_things);
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":"));

        Assert.Equal(200, (await caller.PostAsync("/v1/things", authorization: $"Bearer {key}")).StatusCode);
        Assert.Equal(200, (await caller.PostAsync("/v1/things", authorization: $"bearer {key}")).StatusCode);
        Assert.Equal(200, (await caller.PostAsync("/v1/things", authorization: $"Basic {basic}")).StatusCode);
    }

    [Theory]
    [InlineData("sk_test_", "sk_test_****")]
    [InlineData("sk_test_white space", "sk_test_****")]
    [InlineData("sk_test_short!", "sk_test_****")]
    [InlineData("pk_test_4eC39HqLyjWDarjtT1zdp7dc", "pk_test_****p7dc")]
    [InlineData("pk_live_4eC39HqLyjWDarjtT1zdp7dc", "pk_live_****p7dc")]
    [InlineData("garbage", "****")]
    [InlineData("garbage-that-is-long", "****long")]
    public async Task An_invalid_key_is_an_error_that_masks_it(string key, string shown)
    {
        using Caller caller = Caller.Of(s_things);

        Reply reply = await caller.PostAsync("/v1/things", authorization: $"Bearer {key}");

        Assert.Equal(401, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.Matches("^Invalid API Key provided: " + shown.Replace("*", "\\*", StringComparison.Ordinal) + "($|\\. )",
            reply.Error("message")!);
    }

    [Fact]
    public async Task The_error_of_a_publishable_key_says_so()
    {
        using Caller caller = Caller.Of(s_things);

        Reply reply = await caller.PostAsync("/v1/things", authorization: "Bearer pk_test_4eC39HqLyjWDarjtT1zdp7dc");

        Assert.Equal("secret_key_required", reply.Error("code"));
        Assert.Contains("publishable", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stand_in_accepts_only_the_key_in_its_options()
    {
        using var caller = new Caller(new StripeStandIn(new StripeStandInOptions
        {
            Slice = StripeSlice.Parse(s_things),
            ApiKey = "sk_test_the_only_key_there_is",
        }));

        Reply wrong = await caller.PostAsync("/v1/things", authorization: "Bearer sk_test_another_key_there_was");
        Reply right = await caller.PostAsync("/v1/things", authorization: "Bearer sk_test_the_only_key_there_is");

        Assert.Equal(401, wrong.StatusCode);
        Assert.Equal("Invalid API Key provided: sk_test_****_was", wrong.Error("message"));
        Assert.Equal(200, right.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void The_key_in_the_options_must_not_be_empty(string key)
        => Assert.Throws<ArgumentException>(() => new StripeStandIn(new StripeStandInOptions { ApiKey = key }));

    [Fact]
    public async Task The_key_is_checked_before_the_path_and_the_parameters()
    {
        using Caller caller = Caller.Of(s_things);

        Assert.Equal(401, (await caller.PostAsync("/v1/nope", authorization: null)).StatusCode);
        Assert.Equal(401, (await caller.PostAsync("/v1/things", "nope=1", authorization: null)).StatusCode);
    }
}
