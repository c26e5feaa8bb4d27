using System.Text.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>
/// Stripe's own body says <c>invalid_request_error</c> for a wrong key, a missing permission and too many requests, too. The type of the
/// error says which it is.
/// </summary>
public sealed class ErrorTypeTests
{
    private static readonly (string, string) s_fromStripe = ("Request-Id", "req_1");

    [Theory]
    [InlineData(401, StripeErrorType.AuthenticationError)]
    [InlineData(403, StripeErrorType.PermissionError)]
    [InlineData(429, StripeErrorType.RateLimitError)]
    public async Task The_status_makes_an_invalid_request_error_more_specific(int status, string type)
    {
        foreach ((string, string)[] headers in new[] { [], new[] { s_fromStripe } })
        {
            StripeError error = await Caller.FailAsync(status, Body(StripeErrorType.InvalidRequestError), headers);

            Assert.Equal(type, error.Type.Value);
            Assert.Equal(StripeErrorType.InvalidRequestError, error.BodyType?.Value);
            Assert.StartsWith($"({type}) {status}", error.ToString(), StringComparison.Ordinal);
            Assert.False(error.IsOutcomeUnknown);
            Assert.Empty(error.GetExtraFields());
        }
    }

    [Fact]
    public async Task The_word_of_API_v2_for_a_rate_limit_is_that_of_API_v1()
    {
        StripeError error = await Caller.FailAsync(429, Body("rate_limit"), s_fromStripe);

        Assert.Equal((StripeErrorType.RateLimitError, "rate_limit"), (error.Type.Value, error.BodyType?.Value));
    }

    [Theory]
    [InlineData(StripeErrorType.ApiError)]
    [InlineData(StripeErrorType.CardError)]
    [InlineData(StripeErrorType.IdempotencyError)]
    [InlineData(StripeErrorType.AuthenticationError)]
    [InlineData(StripeErrorType.PermissionError)]
    [InlineData(StripeErrorType.RateLimitError)]
    [InlineData(StripeErrorType.ConflictError)]
    [InlineData(StripeErrorType.DecodingError)]
    [InlineData("temporary_session_expired")]
    [InlineData("Invalid_request_error")]
    [InlineData("a_type_of_the_future")]
    public async Task Another_type_in_the_body_is_the_type_for_every_status(string type)
    {
        foreach (int status in new[] { 400, 401, 402, 403, 404, 409, 429, 500, 503, 307 })
        {
            await Combination.TestAsync($"status {status}", async () =>
            {
                StripeError error = await Caller.FailAsync(status, Body(type), s_fromStripe);

                Assert.Equal((type, type), (error.Type.Value, error.BodyType?.Value));
            });
        }
    }

    [Theory]
    [InlineData(300)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(407)]
    [InlineData(409)]
    [InlineData(418)]
    [InlineData(428)]
    [InlineData(430)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_invalid_request_error_stays_one_for_every_other_status(int status)
    {
        StripeError error = await Caller.FailAsync(status, Body(StripeErrorType.InvalidRequestError), s_fromStripe);

        Assert.Equal(StripeErrorType.InvalidRequestError, error.Type.Value);
        Assert.Equal(StripeErrorType.InvalidRequestError, error.BodyType?.Value);
    }

    [Theory]
    [InlineData(400, StripeErrorType.InvalidRequestError)]
    [InlineData(401, StripeErrorType.AuthenticationError)]
    [InlineData(403, StripeErrorType.PermissionError)]
    [InlineData(409, StripeErrorType.ConflictError)]
    [InlineData(429, StripeErrorType.RateLimitError)]
    [InlineData(500, StripeErrorType.ApiError)]
    public async Task A_body_without_a_type_has_no_body_type(int status, string type)
    {
        string[] bodies =
        [
            "", "{}", "[]", "<html>", """{"error":{}}""", """{"error":{"type":null}}""", """{"error":{"type":5}}""",
            """{"error":{"type":["invalid_request_error"]}}""", """{"type":"invalid_request_error"}""",
        ];
        foreach (string body in bodies)
        {
            await Combination.TestAsync($"the body '{body}'", async () =>
            {
                StripeError error = await Caller.FailAsync(status, body);

                Assert.Equal(type, error.Type.Value);
                Assert.Null(error.BodyType);
            });
        }
    }

    [Theory]
    [InlineData(400, StripeErrorType.InvalidRequestError)]
    [InlineData(401, StripeErrorType.AuthenticationError)]
    [InlineData(403, StripeErrorType.PermissionError)]
    [InlineData(429, StripeErrorType.RateLimitError)]
    public async Task An_error_of_OAuth_has_a_code_and_the_type_of_its_status(int status, string type)
    {
        StripeError error = await Caller.FailAsync(
            status, """{"error":"invalid_request_error","error_description":"Expired."}""", s_fromStripe);

        Assert.Equal(type, error.Type.Value);
        Assert.Null(error.BodyType);
        Assert.Equal(("invalid_request_error", "Expired."), (error.Code, error.Message));
    }

    [Fact]
    public async Task An_error_of_this_library_has_no_body_type()
    {
        using var failing = new Caller(StubHandler.Failing(new HttpRequestException()));
        using Caller undecodable = Caller.Responding(200, "[]", s_fromStripe);

        StripeError connection = Caller.Failed(await failing.TryAsync());
        StripeError decoding = Caller.Failed(await undecodable.TryAsync());

        Assert.Equal(StripeErrorType.ConnectionError, connection.Type);
        Assert.Null(connection.BodyType);
        Assert.Equal(StripeErrorType.DecodingError, decoding.Type);
        Assert.Null(decoding.BodyType);
    }

    [Fact]
    public void An_error_that_a_test_creates_has_the_types_that_the_test_sets()
    {
        var error = new StripeError { Type = StripeErrorType.RateLimitError, BodyType = StripeErrorType.InvalidRequestError };

        Assert.Equal(StripeErrorType.RateLimitError, error.Type);
        Assert.Equal(StripeErrorType.InvalidRequestError, error.BodyType);
        Assert.Null(new StripeError { Type = "t" }.BodyType);
        Assert.Null(new StripeError { Type = "t", BodyType = null }.BodyType);
        Assert.StartsWith("(rate_limit_error): ", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            """{"Type":"rate_limit_error","BodyType":"invalid_request_error",""", JsonSerializer.Serialize(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_redacted_in_both_types()
    {
        StripeError error = await Caller.FailAsync(401, Body(Caller.Key), s_fromStripe);

        Assert.Equal("[redacted]", error.Type.Value);
        Assert.Equal("[redacted]", error.BodyType?.Value);
    }

    [Fact]
    public async Task A_switch_over_the_type_finds_the_case()
    {
        StripeError error = await Caller.FailAsync(429, Body(StripeErrorType.InvalidRequestError));

        string found = error.Type.Value switch
        {
            StripeErrorType.InvalidRequestError => "wrong",
            StripeErrorType.RateLimitError => "right",
            _ => "other",
        };

        Assert.Equal("right", found);
        Assert.True(error.Type == StripeErrorType.RateLimitError);
    }

    private static string Body(string type) => $$$"""{"error":{"type":"{{{type}}}","message":"m"}}""";
}
