using System.Net;
using System.Text;
using System.Text.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>What Stripe says about a failure, read into one error.</summary>
public sealed class StripeErrorTests
{
    private const string MissingType =
        """{"error":{"code":"parameter_missing","message":"Missing required param: type.","param":"type","type":"invalid_request_error"}}""";

    [Fact]
    public async Task Every_field_of_stripes_shape_has_a_property()
    {
        StripeError error = await Caller.FailAsync(402, """
            {
              "error": {
                "type": "card_error", "code": "card_declined", "decline_code": "insufficient_funds", "advice_code": "try_again_later",
                "param": "collection_options[fields]", "message": "Your card was declined.", "doc_url": "https://stripe.com/docs",
                "request_log_url": "https://dashboard.stripe.com/logs/req_1", "charge": "ch_1", "user_message": "Try another card.",
                "payment_intent": { "id": "pi_1", "client_secret": "hidden" }, "network_decline_code": "51", "ignored": null
              },
              "other": { "error": { "code": "no" } }
            }
            """, ("Request-Id", "req_1"));

        Assert.Equal(StripeErrorType.CardError, error.Type);
        Assert.Equal(HttpStatusCode.PaymentRequired, error.Status);
        Assert.Equal("card_declined", error.Code);
        Assert.Equal("insufficient_funds", error.DeclineCode);
        Assert.Equal("try_again_later", error.AdviceCode);
        Assert.Equal("collection_options[fields]", error.Param);
        Assert.Equal("Your card was declined.", error.Message);
        Assert.Equal("https://stripe.com/docs", error.DocUrl);
        Assert.Equal("https://dashboard.stripe.com/logs/req_1", error.RequestLogUrl);
        Assert.Equal("ch_1", error.Charge);
        Assert.Equal("Try another card.", error.UserMessage);
        Assert.Equal("req_1", error.RequestId);
        Assert.Equal(1, error.Attempts);
        Assert.Equal(["network_decline_code", "payment_intent"], error.GetExtraFields().Keys.Order(StringComparer.Ordinal));
        Assert.Equal("pi_1", error.GetExtraFields()["payment_intent"].GetProperty("id").GetString());
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shape_of_OAuth_is_read_too()
    {
        StripeError error = await Caller.FailAsync(400, """{"error":"invalid_grant","error_description":"Code expired."}""");

        Assert.Equal(StripeErrorType.InvalidRequestError, error.Type);
        Assert.Equal("invalid_grant", error.Code);
        Assert.Equal("Code expired.", error.Message);
    }

    [Fact]
    public async Task The_message_of_the_exception_has_one_format()
    {
        using Caller caller = Caller.Answering(400, MissingType, ("Request-Id", "req_1"));

        var exception = await Assert.ThrowsAsync<StripeException>(() => caller.CreateAsync());

        Assert.Equal("(invalid_request_error) 400 parameter_missing: Missing required param: type. (request req_1)", exception.Message);
        Assert.Equal(exception.Message, exception.Error.ToString());
        Assert.Equal("type", exception.Error.Param);
        Assert.Equal("req_1", exception.Response!.RequestId);
        Assert.Equal(HttpStatusCode.BadRequest, exception.Response.Status);
    }

    [Theory]
    [InlineData("""{"error":{"code":"c","message":"m"}}""", "(invalid_request_error) 400 c: m")]
    [InlineData("""{"error":{"message":"m"}}""", "(invalid_request_error) 400: m")]
    [InlineData("""{"error":{"type":"t","code":"","message":"m"}}""", "(t) 400: m")]
    [InlineData("", "(invalid_request_error) 400: The answer says no more.")]
    public async Task What_is_absent_leaves_no_gap_in_the_message(string body, string expected) =>
        Assert.Equal(expected, (await Caller.FailAsync(400, body)).ToString());

    [Theory]
    [InlineData(400, "invalid_request_error")]
    [InlineData(401, "authentication_error")]
    [InlineData(402, "invalid_request_error")]
    [InlineData(403, "permission_error")]
    [InlineData(404, "invalid_request_error")]
    [InlineData(409, "conflict_error")]
    [InlineData(418, "invalid_request_error")]
    [InlineData(429, "rate_limit_error")]
    [InlineData(500, "api_error")]
    [InlineData(503, "api_error")]
    [InlineData(599, "api_error")]
    [InlineData(300, "api_error")]
    [InlineData(304, "api_error")]
    public async Task Without_a_type_in_the_body_the_status_decides(int status, string type)
    {
        foreach (string body in new[] { "", "{}", "[]", """{"error":{}}""", """{"error":{"type":null}}""", """{"error":{"type":""}}""", """{"error":{"type":5}}""" })
        {
            StripeError error = await Caller.FailAsync(status, body);

            Assert.Equal(type, error.Type.Value);
            Assert.Equal(status, (int)error.Status!);
        }
    }

    [Theory]
    [InlineData("api_error")]
    [InlineData("idempotency_error")]
    [InlineData("a_type_of_the_future")]
    public async Task The_type_in_the_body_goes_before_the_status(string type)
    {
        foreach (int status in new[] { 400, 401, 409, 429, 500 })
        {
            Assert.Equal(new StripeErrorType(type), (await Caller.FailAsync(status, $$$"""{"error":{"type":"{{{type}}}"}}""")).Type);
        }
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(402, false)]
    [InlineData(409, false)]
    [InlineData(429, false)]
    [InlineData(307, false)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(599, true)]
    public async Task The_outcome_is_unknown_after_a_5xx_only(int status, bool unknown) =>
        Assert.Equal(unknown, (await Caller.FailAsync(status, MissingType)).OutcomeUnknown);

    [Fact]
    public async Task The_error_carries_the_idempotency_key_that_was_sent()
    {
        using Caller caller = Caller.Answering(500, "");

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.NotNull(error.IdempotencyKey);
        Assert.Equal(caller.Sent.Header("Idempotency-Key"), error.IdempotencyKey);
    }

    [Fact]
    public async Task The_raw_body_is_there_whole_and_apart_from_the_text_form()
    {
        const string Html = "<html>hidden</html>";

        StripeError error = await Caller.FailAsync(502, Html);

        Assert.Equal(Html, Encoding.UTF8.GetString(error.GetRawBody()!.Value.Span));
        Assert.DoesNotContain("hidden", new StripeException(error).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(error), StringComparison.Ordinal);
        Assert.Null((await Caller.FailAsync(502, "")).GetRawBody());
    }
}
