using System.Text.Json;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Http;

/// <summary>Which values of options can be sent as headers, and who sees them.</summary>
public sealed class HeaderValueTests
{
    [Theory]
    [InlineData("2026-09-30.endive; x_beta=v1")]
    [InlineData("2026-09-30.endive;a=v1;  b=v2")]
    public async Task A_version_may_be_followed_by_betas(string version)
    {
        using Caller caller = Caller.Succeeding(options => options.ApiVersion = version);
        using Caller plain = Caller.Succeeding();

        await caller.CreateAsync();
        await plain.CreateAsync(null, new StripeRequestOptions { ApiVersion = version });

        Assert.Equal(version, caller.Sent.Header("Stripe-Version"));
        Assert.Equal(version, plain.Sent.Header("Stripe-Version"));
    }

    [Fact]
    public async Task A_key_may_have_inner_spaces()
    {
        using Caller caller = Caller.Succeeding();

        StripeResult<Thing> result = await caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = "order 17 of shop 3" });

        Assert.Equal("order 17 of shop 3", caller.Sent.Header("Idempotency-Key"));
        Assert.Equal("order 17 of shop 3", result.Response!.IdempotencyKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a\tb")]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("a\0b")]
    [InlineData("a\u007fb")]
    [InlineData("é")]
    [InlineData("a\u00a0b")]
    public async Task Other_white_space_and_control_characters_are_rejected(string value)
    {
        using Caller caller = Caller.Succeeding();

        await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = value }));
        await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(null, new StripeRequestOptions { ApiVersion = value }));
        Assert.Throws<ArgumentException>(() => Caller.Succeeding(options => options.ApiVersion = value));

        Assert.Empty(caller.Handler.Requests);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("acct_1 ")]
    public async Task Ids_have_no_spaces(string value)
    {
        using Caller caller = Caller.Succeeding();

        await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(null, new StripeRequestOptions { StripeAccount = value }));
        await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(null, new StripeRequestOptions { StripeContext = value }));
    }

    [Theory]
    [InlineData("Content-Language")]
    [InlineData("content-language")]
    [InlineData("Content-Location")]
    public async Task An_extra_header_that_describes_the_body_is_sent_with_the_body(string name)
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync(null, new StripeRequestOptions { ExtraHeaders = new Dictionary<string, string> { [name] = "de" } });

        Assert.Equal("de", caller.Sent.Header(name));
    }

    [Fact]
    public async Task Without_a_body_it_is_rejected_for_that_reason()
    {
        using Caller caller = Caller.Succeeding();
        var operation = new StripeOperation<StripeNoParams, Thing>(
            "Thing.Get", HttpMethod.Get, "/v1/thing", Thing.ApiVersion, StripeJsonReader.Read<Thing>);
        var options = new StripeRequestOptions { ExtraHeaders = new Dictionary<string, string> { ["Content-Language"] = "de" } };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => operation.TrySendAsync(caller.Client, [], null, options, CancellationToken.None));

        Assert.Contains("describes a body", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_headers_and_parameters_are_read_by_methods_and_not_serialized()
    {
        var options = new StripeRequestOptions
        {
            StripeAccount = "acct_1",
            ExtraHeaders = new Dictionary<string, string> { ["X-Token"] = "hidden" },
            ExtraParameters = new Dictionary<string, string> { ["account_number"] = "hidden" },
        };

        Assert.Equal("hidden", options.GetExtraHeaders()!["X-Token"]);
        Assert.Equal("hidden", options.GetExtraParameters()!["account_number"]);
        string[] texts = [JsonSerializer.Serialize(options), Newtonsoft.Json.JsonConvert.SerializeObject(options), options.ToString()];
        Assert.All(texts, text => Assert.DoesNotContain("hidden", text, StringComparison.Ordinal));
        Assert.All(texts[..2], text => Assert.Contains("acct_1", text, StringComparison.Ordinal));
        Assert.Contains("ExtraHeaders, ExtraParameters", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_of_a_response_are_read_by_a_method_without_the_key_and_not_serialized()
    {
        using Caller caller = Caller.Responding(
            400, "{}", ("Location", "https://hidden.example/"), ("X-Echo", $"Bearer {Caller.Key}"), ("X-Two", "a"), ("X-Two", Caller.Key));

        StripeResponse response = (await caller.TryAsync()).Response!;

        Assert.Equal(["https://hidden.example/"], response.GetHeaders()["location"]);
        Assert.Equal(["Bearer [redacted]"], response.GetHeaders()["X-Echo"]);
        Assert.Equal(["a", "[redacted]"], response.GetHeaders()["X-Two"]);
        Assert.Equal("a, [redacted]", response.GetHeader("x-two"));
        string[] texts =
        [
            JsonSerializer.Serialize(response), Newtonsoft.Json.JsonConvert.SerializeObject(response), response.ToString(),
            JsonSerializer.Serialize(new StripeException(new StripeError(), response).Response),
        ];
        Assert.All(texts, text => Assert.DoesNotContain("hidden", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain(Caller.Key, text, StringComparison.Ordinal));
    }
}
