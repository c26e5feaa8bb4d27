using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>Future changes by Stripe do not break decoding.</summary>
public class ForwardCompatibilityTests
{
    [Fact]
    public async Task Fields_in_another_order_and_unknown_fields_are_read()
    {
        using StripeClient client = StandIns.Responding(
            """
            {
              "url": "https://example.com/a", "new_field": {"deep":[1,2]}, "expires_at": 1790000300, "object": "account_link",
              "created": 1790000000
            }
            """);

        AccountLink link = await AccountLink.CreateAsync(client, StandIns.AllFour);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), link.Created);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000300), link.ExpiresAt);
        Assert.Equal("https://example.com/a", link.Url.Reveal());
        Assert.Equal("""{"deep":[1,2]}""", Assert.Single(link.GetExtraFields()).Value.GetRawText());
        Assert.Empty(link.GetMissingFields());
    }

    [Theory]
    [InlineData("""{"object":"account_link","created":1,"expires_at":301}""", "url")]
    [InlineData("""{"object":"account_link","created":1,"expires_at":301,"url":null}""", "url")]
    [InlineData("""{"object":"account_link","created":1,"expires_at":301,"url":5}""", "url")]
    [InlineData("""{"object":"account_link","created":null,"expires_at":301,"url":"https://example.com"}""", "created")]
    [InlineData("""{"created":1,"expires_at":301,"url":"https://example.com"}""", "object")]
    [InlineData("""{}""", "created", "expires_at", "object", "url")]
    public async Task A_required_field_that_is_absent_or_null_is_listed_and_empty(string body, params string[] missing)
    {
        using StripeClient client = StandIns.Responding(body);

        AccountLink link = await AccountLink.CreateAsync(client, StandIns.AllFour);

        Assert.Equal(missing, link.GetMissingFields());
        Assert.Equal(missing.Contains("url"), !link.Url.HasValue);
        Assert.Equal(missing.Contains("object") ? "" : "account_link", link.Object);
        Assert.Equal(missing.Contains("created") ? default : DateTimeOffset.FromUnixTimeSeconds(1), link.Created);
    }

    [Theory]
    [InlineData("""{"object":"account_link"}""", true)]
    [InlineData("""{"object":"account","created":1,"expires_at":301,"url":"https://example.com"}""", false)]
    [InlineData("""{"created":1,"expires_at":301,"url":"https://example.com"}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"status":"ok"}""", false)]
    [InlineData("<html>Sign in.</html>", false)]
    public async Task A_response_without_a_request_id_is_recognized_by_its_object(string body, bool isRecognized)
    {
        using StripeClient client = StandIns.Intercepted(body);

        StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(client, StandIns.AllFour);

        Assert.Equal(isRecognized, result.IsSuccess);
        Assert.Equal(!isRecognized, result.Error?.IsOutcomeUnknown == true);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_its_type_is_an_extra_field()
    {
        using StripeClient client = StandIns.Responding(
            """{"object":"account_link","created":99999999999999999999,"expires_at":"soon","url":"https://example.com"}""");

        AccountLink link = await AccountLink.CreateAsync(client, StandIns.AllFour);

        Assert.Equal(["created", "expires_at"], link.GetMissingFields());
        Assert.Equal("99999999999999999999", link.GetExtraFields()["created"].GetRawText());
        Assert.Equal("\"soon\"", link.GetExtraFields()["expires_at"].GetRawText());
    }
}
