namespace Lattice.Stripe.Tests;

/// <summary>The URLs that a browser is redirected to, and those that are rejected.</summary>
public class RedirectUrlTests
{
    [Theory]
    [InlineData("https://connect.stripe.com/setup/s/acct_123/secret")]
    [InlineData("HTTPS://connect.stripe.com/setup")]
    [InlineData("https://checkout.stripe.com/c/pay/cs_test_a1#fid%2FkdWxOYHwnPyd1bgo'=?@")]
    [InlineData("https://example.com:8443/?to=user@example.com")]
    [InlineData("https://[2001:db8::1]/x")]
    [InlineData("http://localhost:12111/account_link/acct_1/secret")]
    [InlineData("http://127.0.0.1:80/secret")]
    [InlineData("http://127.8.8.8/secret")]
    [InlineData("http://[::1]:5000/secret")]
    public void An_https_url_and_http_on_loopback_are_valid(string url) =>
        Assert.Equal(303, StripeResults.Redirect(url).StatusCode);

    [Theory]
    [InlineData("/setup/secret")]
    [InlineData("//connect.stripe.com/secret")]
    [InlineData("setup/secret")]
    [InlineData("")]
    [InlineData("https:connect.stripe.com/secret")]
    [InlineData("https:/connect.stripe.com/secret")]
    [InlineData("https:///secret")]
    [InlineData("https://")]
    [InlineData("https://#secret")]
    [InlineData("http://connect.stripe.com/secret")]
    [InlineData("http://localhost.evil.example/secret")]
    [InlineData("http://loopback/secret")]
    [InlineData("http://127.0.0.1.evil.example/secret")]
    [InlineData("http://0.0.0.0/secret")]
    [InlineData("ftp://connect.stripe.com/secret")]
    [InlineData("javascript:alert('secret')")]
    [InlineData("data:text/html,secret")]
    [InlineData("file:///etc/secret")]
    [InlineData("myapp://secret")]
    public void Anything_but_https_and_http_on_loopback_is_rejected(string url) => AssertRefused(url);

    [Theory]
    [InlineData("https://user@connect.stripe.com/secret")]
    [InlineData("https://user:secret@connect.stripe.com/")]
    [InlineData("https://@connect.stripe.com/secret")]
    [InlineData("https://connect.stripe.com:443@evil.example/secret")]
    [InlineData("http://localhost@evil.example/secret")]
    [InlineData("https://user@connect.stripe.com?secret")]
    public void A_user_name_is_rejected(string url) => AssertRefused(url);

    [Theory]
    [InlineData("https://connect.stripe.com/\r\nSet-Cookie: secret=1")]
    [InlineData("https://connect.stripe.com/secret\n")]
    [InlineData("\thttps://connect.stripe.com/secret")]
    [InlineData(" https://connect.stripe.com/secret")]
    [InlineData("https://connect.stripe.com/secret ")]
    [InlineData("https://connect.stripe.com/a secret")]
    [InlineData("https://connect.stripe.com/secret\0")]
    [InlineData("https://connect.stripe.com/secret\u007f")]
    [InlineData("https://connect.stripe.com/secret\u0085")]
    [InlineData("https://connect.stripe.com/s\u00e9cret")]
    [InlineData("https://connect.stripe.com/secret\ud83d")]
    [InlineData("https://connect.stripe.com\\@evil.example/secret")]
    public void A_character_that_is_not_valid_in_a_URL_is_rejected(string url) => AssertRefused(url);

    [Fact]
    public void A_secret_without_a_value_is_rejected()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => StripeResults.Redirect(default));

        Assert.Equal("url", exception.ParamName);
        Assert.Contains("the secret has no value", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_does_not_contain_the_URL()
    {
        StripeRedirectResult result = StripeResults.Redirect("https://connect.stripe.com/setup/secret");

        Assert.DoesNotContain("secret", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize(result), StringComparison.Ordinal);
    }

    private static void AssertRefused(string url)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => StripeResults.Redirect(url));

        Assert.Equal("url", exception.ParamName);
        Assert.Null(exception.InnerException);
        foreach (string part in (string[])["stripe.com", "/secret", "evil", "=1", "user@", "alert"])
        {
            Assert.DoesNotContain(part, exception.ToString().Split("\n   at ")[0], StringComparison.OrdinalIgnoreCase);
        }
    }
}
