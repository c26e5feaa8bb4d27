using System.Text.Json;
using System.Text.RegularExpressions;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Pipeline;

/// <summary>Secrets are not shown, wherever they are in a request. In the arguments, an asterisk stands for the secret part.</summary>
public sealed class RedactionTests : IDisposable
{
    private const string Hidden = "4eC39HqLyjWDarjtT1zdp7dc";

    private readonly List<ReceivedRequest> _received = [];
    private readonly StripeStandIn _stripe;
    private readonly Caller _caller;

    public RedactionTests()
    {
        _stripe = new StripeStandIn(new StripeStandInOptions { Slice = WidgetSlice.Slice, OnReceived = _received.Add });
        _caller = new Caller(_stripe);
    }

    public void Dispose()
    {
        _caller.Dispose();
        _stripe.Dispose();
    }

    [Theory]
    [InlineData("/v1/owners/sk_live_*/widgets", "/v1/owners/sk_live_…[redacted]/widgets")]
    [InlineData("/v1/rk_test_*", "/v1/rk_test_…[redacted]")]
    [InlineData("/v1/sk_org_live_*/x", "/v1/sk_org_live_…[redacted]/x")]
    [InlineData("/v1/sk_*", "/v1/sk_…[redacted]")]
    [InlineData("/v1/a%20sk_live_*", "/v1/a%20sk_live_…[redacted]")]
    [InlineData("/v1/sk%5Flive%5f*", "/v1/sk_live_…[redacted]")]
    [InlineData("/v1/my_ek_test_*", "/v1/my_ek_test_…[redacted]")]
    [InlineData("/v1/whsec_*/x", "/v1/whsec_…[redacted]")]
    [InlineData("/v1/payment_intents/pi_1_secret_*", "/v1/payment_intents/pi_1_secret_…[redacted]")]
    [InlineData("/v1/a%2520sk_live_*", "/v1/a%2520sk_live_…[redacted]")]
    [InlineData("/v1/sk%255Flive%255F*/x", "/v1/sk_live_…[redacted]/x")]
    [InlineData("/v1/%2573%256b_live_*", "/v1/sk_live_…[redacted]")]
    [InlineData("/v1/sk%252525255Flive%25252525255F*", "/v1/sk_live_…[redacted]")]
    [InlineData("/v1/sk_live%2%355F*", "/v1/sk_live_…[redacted]")]
    [InlineData("/v1/sk_test_4eC39%2548qLyjWDarjtT1zdp7dc/x", "/v1/sk_test_…[redacted]/x")]
    [InlineData("/v1/sk_test_%C3%A9*/x", "/v1/sk_test_…[redacted]/x")]
    [InlineData("/v1/wh%2573ec_*%252B?x=1", "/v1/whsec_…[redacted]")]
    [InlineData("/v1/pi_1%255Fsecret%255F*", "/v1/pi_1_secret_…[redacted]")]
    [InlineData("/v1/task_1/risk_level/client_secret", "/v1/task_1/risk_level/client_secret")]
    [InlineData("/v1/100%25/ta%2573k_live_x", "/v1/100%25/ta%2573k_live_x")]
    public async Task A_secret_in_a_path_is_redacted(string path, string shown)
    {
        await _caller.PostAsync(WithSecret(path), "name=n");

        Assert.Equal(shown, Assert.Single(_stripe.Requests).Path);
        AssertHidden();
    }

    [Theory]
    [InlineData("/v1/widgets?owner=sk_live_*", "name=n")]
    [InlineData("/v1/widgets?sk_live_*=1", "name=n")]
    [InlineData("/v1/widgets", "name=whsec_*")]
    [InlineData("/v1/widgets", "name=n&nickname=pi_1_secret_*")]
    [InlineData("/v1/widgets", "name=n&nickname=pi%5F1%5Fsecret%5F*")]
    [InlineData("/v1/widgets", "name=n&nickname=https%3A%2F%2Fx.example%2F%3Fkey%3Dsk_live_*")]
    [InlineData("/v1/widgets", "name=n&amount=sk_live_*")]
    [InlineData("/v1/widgets", "name=n&mode=rk_live_*")]
    [InlineData("/v1/widgets", "name=n&metadata[sk_live_*]=1")]
    [InlineData("/v1/widgets", "name=n&sk_live_*=1")]
    [InlineData("/v1/widgets", "name=n&sk_live_*[=1")]
    [InlineData("/v1/widgets?owner=s%256b_live_*", "name=n")]
    [InlineData("/v1/widgets?owner=sk%25255Flive_*", "name=n")]
    [InlineData("/v1/widgets?s%256b_live_*=1", "name=n")]
    [InlineData("/v1/widgets", "name=s%6b_live_*")]
    [InlineData("/v1/widgets", "name=%73%6B%5F%6c%69%76%65%5F*")]
    [InlineData("/v1/widgets", "name=sk%255Flive_*")]
    [InlineData("/v1/widgets", "s%6b_live_*=1&name=n")]
    [InlineData("/v1/widgets", "sk%5Flive_*=1&name=n")]
    [InlineData("/v1/widgets", "metadata[s%6b_live_*]=1&name=n")]
    [InlineData("/v1/widgets", "name=n&nickname=pi_1_%73ecret_*")]
    [InlineData("/v1/widgets", "name=sk_live_%34eC39HqLyjWDarjtT1zdp7dc")]
    [InlineData("/v1/widgets", "name=Basic+%63%32tfbGl2ZV80ZUMzOUhxTHlqV0Rhcmp0VDF6ZHA3ZGM6")]
    [InlineData("/v1/widgets", "name=Basic%20dTpza19saXZlXzRlQzM5SHFMeWpXRGFyanRUMXpkcDdkYw%3D%3D")]
    public async Task A_secret_in_a_query_or_a_body_is_redacted(string path, string form)
    {
        await _caller.PostAsync(WithSecret(path), WithSecret(form));

        AssertHidden();
    }

    [Theory]
    [InlineData("""{ "name": "sk_live_*", "count": "sk_live_*" }""")]
    [InlineData("""{ "name": "line\nsk_live_*" }""")]
    [InlineData("""{ "name": "sk\u005flive\u005F*", "metadata": { "rk_live_*": "1" } }""")]
    [InlineData("""{ "name": "n", "sk_live_*": 1 }""")]
    [InlineData("""{ "name": "\u0073k_live_*" }""")]
    [InlineData("""{ "\u0073\u006B_live_*": 1, "name": "n" }""")]
    [InlineData("""{ "name": "sk_live_\u0034eC39HqLyjWDarjtT1zdp7dc" }""")]
    [InlineData("""{ "name": "{\"key\":\"\\u0073k_live_*\"}" }""")]
    [InlineData("""{ "name": "\u0025" }, "x": "s%6B_live_*" }""")]
    [InlineData("""{ "name": "\u002573k_live_*" }""")]
    [InlineData("""{ "name": "C:\\keys\\rk_live_*" }""")]
    [InlineData("""{ "name": "Basic c2tfbGl2ZV80ZUMzOUhxTHlqV0Rhcmp0VDF6ZHA3ZGM6" }""")]
    public async Task A_secret_in_JSON_is_redacted(string json)
    {
        await _caller.PostJsonAsync("/v2/core/widgets", WithSecret(json));

        AssertHidden();
    }

    [Theory]
    [InlineData("Cookie", "session=*", "[redacted]")]
    [InlineData("Stripe-Signature", "t=1,v1=*", "[redacted]")]
    [InlineData("Proxy-Authorization", "Basic *", "Basic [redacted]")]
    [InlineData("X-Forwarded-Key", "key sk_live_* of us", "key sk_live_…[redacted] of us")]
    [InlineData("Idempotency-Key", "order sk_live_*", "order sk_live_…[redacted]")]
    [InlineData("Idempotency-Key", "order 4 2", "order 4 2")]
    [InlineData("Idempotency-Key", "sk%255Flive_*", "sk_live_…[redacted]")]
    [InlineData("X-Original-Authorization", "basic c2tfbGl2ZV80ZUMzOUhxTHlqV0Rhcmp0VDF6ZHA3ZGM6", "basic [redacted]")]
    [InlineData("X-Plan", "Basic plan/sk_live_*", "Basic plan/sk_live_…[redacted]")]
    [InlineData("X-Plan", "Basic dXNlcjpwYXNz", "Basic dXNlcjpwYXNz")]
    public async Task A_secret_in_a_header_is_redacted_and_compared(string name, string value, string shown)
    {
        value = WithSecret(value);
        await _caller.PostAsync("/v1/widgets", "name=n", (name, value));

        Assert.Equal(shown, Assert.Single(_stripe.Requests).Headers[name]);
        AssertHidden();
        _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithHeader(name, value));
        var exception = Assert.Throws<StripeAssertionException>(
            () => _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithHeader(name, value + "x")));
        Assert.DoesNotContain(Hidden, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_live_*")]
    [InlineData("X-sk_live_*")]
    public async Task A_key_that_is_the_name_of_a_header_is_redacted(string name)
    {
        await _caller.PostAsync("/v1/widgets", "name=n", (WithSecret(name), "a"));

        AssertHidden();
        Assert.Contains(Assert.Single(_stripe.Requests).Headers, header => header.Key.EndsWith("sk_live_…[redacted]", StringComparison.Ordinal));
        _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithHeader(WithSecret(name), "a"));
    }

    [Fact]
    public async Task Assertions_compare_secrets_and_do_not_show_them()
    {
        string sent = $"pi_1_secret_{Hidden}";
        string other = $"pi_1_secret_other{Hidden}";
        await Widget.CreateForOwnerAsync(_stripe.Client, sent, new WidgetCreateForOwnerParams { Amount = 1 });
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n", Nickname = sent });

        _stripe.AssertReceived(Widget.CreateOperation, new WidgetCreateParams { Name = "n", Nickname = sent });
        _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithParameter("nickname", sent));
        _stripe.AssertReceived(Widget.CreateForOwnerOperation, expected => expected.WithPath($"/v1/owners/{sent}/widgets"));
        string[] messages =
        [
            Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
                Widget.CreateOperation, new WidgetCreateParams { Name = "n", Nickname = other })).Message,
            Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
                Widget.CreateOperation, expected => expected.WithoutParameter("nickname"))).Message,
            Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
                Widget.CreateForOwnerOperation, expected => expected.WithPath($"/v1/owners/{other}/widgets"))).Message,
            Assert.Throws<StripeAssertionException>(() => _stripe.AssertNotReceived(
                Widget.CreateOperation, new WidgetCreateParams { Name = "n", Nickname = sent })).Message,
        ];

        Assert.All(messages, message => Assert.DoesNotContain(Hidden, message, StringComparison.Ordinal));
        Assert.Contains(
            "  - nickname \"pi_1_secret_…[redacted]\"\n  + nickname \"pi_1_secret_…[redacted]\" (another value)", messages[0], StringComparison.Ordinal);
        Assert.Contains("(another value)", messages[2], StringComparison.Ordinal);
    }

    private static string WithSecret(string text) => text.Replace("*", Hidden, StringComparison.Ordinal);

    /// <summary>Undoes every percent-encoding and every escape of JSON, however often they were applied.</summary>
    private static string Unescape(string text)
    {
        string once = Regex.Replace(
            Uri.UnescapeDataString(text).Replace("\\\\", "\\", StringComparison.Ordinal),
            @"\\u([0-9A-Fa-f]{4})",
            escape => ((char)Convert.ToInt32(escape.Groups[1].Value, 16)).ToString());
        return once == text ? text : Unescape(once);
    }

    private void AssertHidden()
    {
        ReceivedRequest request = Assert.Single(_stripe.Requests);
        Assert.Same(request, Assert.Single(_received));
        string shown = JsonSerializer.Serialize(request) + JsonSerializer.Serialize(request.GetRedactedParameters()) + request;
        Assert.DoesNotContain(Hidden, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden[^10..], shown, StringComparison.Ordinal);
        Assert.DoesNotMatch("M[zM](OUhxTHlq|5SHFMeWpX)", shown);
        Assert.DoesNotContain(Hidden[..10], Unescape(shown), StringComparison.Ordinal);
        Assert.Contains("/v", shown, StringComparison.Ordinal);
    }
}
