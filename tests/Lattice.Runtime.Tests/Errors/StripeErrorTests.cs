using System.Net;
using System.Text;
using System.Text.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>Stripe's description of a failure, read into one error.</summary>
public sealed class StripeErrorTests
{
    private const string MissingType =
        """{"error":{"code":"parameter_missing","message":"Missing required param: type.","param":"type","type":"invalid_request_error"}}""";

    [Fact]
    public async Task The_message_of_the_exception_has_one_format()
    {
        using Caller caller = Caller.Responding(400, MissingType, ("Request-Id", "req_1"));

        var exception = await Assert.ThrowsAsync<StripeException>(() => caller.CreateAsync());

        Assert.Equal("(invalid_request_error) 400 parameter_missing: Missing required param: type. (request req_1)", exception.Message);
        Assert.Equal(exception.Message, exception.Error.ToString());
        Assert.Equal("type", exception.Error.Param);
        Assert.Equal("req_1", exception.Response!.RequestId);
        Assert.Equal(HttpStatusCode.BadRequest, exception.Response.StatusCode);
    }

    [Theory]
    [InlineData("""{"error":{"code":"c","message":"m"}}""", "(invalid_request_error) 400 c: m")]
    [InlineData("""{"error":{"message":"m"}}""", "(invalid_request_error) 400: m")]
    [InlineData("""{"error":{"type":"t","code":"","message":"m"}}""", "(t) 400: m")]
    [InlineData(
        "{}",
        "(invalid_request_error) 400: The response is not recognized as Stripe's: it has neither the header Request-Id (req_...) nor an error object of one of Stripe's types.")]
    public async Task An_absent_field_leaves_no_gap_in_the_message(string body, string expected) =>
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
    public async Task The_status_determines_the_type_if_the_body_has_none(int status, string type)
    {
        string[] bodies =
        [
            "", "{}", "[]", """{"error":{}}""", """{"error":{"type":null}}""", """{"error":{"type":""}}""", """{"error":{"type":5}}""",
        ];
        foreach (string body in bodies)
        {
            await Combination.TestAsync($"the body '{body}'", async () =>
            {
                StripeError error = await Caller.FailAsync(status, body);

                Assert.Equal(type, error.Type.Value);
                Assert.Equal(status, (int)error.StatusCode!);
            });
        }
    }

    [Theory]
    [InlineData("api_error")]
    [InlineData("idempotency_error")]
    [InlineData("a_type_of_the_future")]
    public async Task The_type_in_the_body_takes_precedence_over_the_status(string type)
    {
        foreach (int status in new[] { 400, 401, 409, 429, 500 })
        {
            await Combination.TestAsync($"status {status}", async () =>
                Assert.Equal(type, (await Caller.FailAsync(status, $$$"""{"error":{"type":"{{{type}}}"}}""")).Type.Value));
        }
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(402, false)]
    [InlineData(409, false)]
    [InlineData(429, false)]
    [InlineData(307, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(599, true)]
    public async Task The_outcome_is_unknown_unless_Stripe_rejected_the_request(int status, bool unknown) =>
        Assert.Equal(unknown, (await Caller.FailAsync(status, MissingType)).IsOutcomeUnknown);

    [Fact]
    public async Task The_error_has_the_idempotency_key_that_was_sent()
    {
        using Caller caller = Caller.Responding(500, "");

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.NotNull(error.IdempotencyKey);
        Assert.Equal(caller.Sent.Header("Idempotency-Key"), error.IdempotencyKey);
    }

    [Fact]
    public async Task The_raw_body_is_complete_and_not_in_the_text()
    {
        const string Html = "<html>hidden</html>";

        StripeError error = await Caller.FailAsync(502, Html);

        Assert.Equal(Html, Encoding.UTF8.GetString(error.GetRawBody()!.Value.Span));
        Assert.DoesNotContain("hidden", new StripeException(error).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(error), StringComparison.Ordinal);
        Assert.Null((await Caller.FailAsync(502, "")).GetRawBody());
    }
}
