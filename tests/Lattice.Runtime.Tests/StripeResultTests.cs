using System.Net;

namespace Lattice.Stripe.Tests;

public sealed class StripeResultTests
{
    private static readonly StripeError s_error = new()
    {
        Type = StripeErrorType.CardError,
        StatusCode = HttpStatusCode.PaymentRequired,
        Code = "card_declined",
        Message = "Declined.",
        RequestId = "req_1",
    };

    [Fact]
    public void A_success_has_a_value_and_a_response()
    {
        var thing = new Thing();
        var response = new StripeResponse { StatusCode = HttpStatusCode.Created };
        var result = new StripeResult<Thing>(thing, response);

        Assert.True(result.IsSuccess);
        Assert.Same(thing, result.Value);
        Assert.Same(thing, result.GetValueOrThrow());
        Assert.Same(response, result.Response);
        Assert.Null(result.Error);
        Assert.Equal("Success: Thing", result.ToString());
    }

    [Fact]
    public void A_success_that_a_test_creates_has_a_response_with_status_200()
    {
        var result = new StripeResult<Thing>(new Thing());

        Assert.Equal(HttpStatusCode.OK, result.Response!.StatusCode);
        Assert.Equal(1, result.Response.Attempts);
    }

    [Fact]
    public void A_failure_has_an_error_and_throws_it()
    {
        var response = new StripeResponse { StatusCode = HttpStatusCode.PaymentRequired };
        var result = new StripeResult<Thing>(s_error, response);

        Assert.False(result.IsSuccess);
        Assert.Null(result.Value);
        Assert.Same(s_error, result.Error);
        var exception = Assert.Throws<StripeException>(() => result.GetValueOrThrow());
        Assert.Same(s_error, exception.Error);
        Assert.Same(response, exception.Response);
        Assert.Equal("(card_error) 402 card_declined: Declined. (request req_1)", exception.Message);
        Assert.Equal($"Failure: {exception.Message}", result.ToString());
    }

    [Fact]
    public void The_default_is_not_a_success_and_throws()
    {
        StripeResult<Thing> result = default;

        Assert.False(result.IsSuccess);
        Assert.Null(result.Response);
        Assert.Throws<InvalidOperationException>(() => result.GetValueOrThrow());
        Assert.NotNull(result.ToString());
    }

    [Fact]
    public void Null_is_neither_a_value_nor_an_error()
    {
        Assert.Throws<ArgumentNullException>(() => new StripeResult<Thing>((Thing)null!));
        Assert.Throws<ArgumentNullException>(() => new StripeResult<Thing>((StripeError)null!));
        Assert.Throws<ArgumentNullException>(() => new StripeException(null!));
    }

    [Fact]
    public void Two_are_equal_if_they_are_the_same_outcome()
    {
        var thing = new Thing();
        var response = new StripeResponse();
        var result = new StripeResult<Thing>(thing, response);

        Assert.True(result == new StripeResult<Thing>(thing, response));
        Assert.Equal(result.GetHashCode(), new StripeResult<Thing>(thing, response).GetHashCode());
        Assert.True(result != new StripeResult<Thing>(new Thing(), response));
        Assert.True(result != new StripeResult<Thing>(thing, new StripeResponse()));
        Assert.False(result.Equals((object)new StripeResult<Thing>(s_error, response)));
    }

    [Fact]
    public void Error_types_are_open_and_compare_by_their_text()
    {
        StripeEnum<StripeErrorType>? type = "card_error";
        StripeEnum<StripeErrorType>? none = (string?)null;

        Assert.Null(none);
        Assert.Equal(StripeErrorType.CardError, type);
#pragma warning disable LAT1002 // Another text is another value.
        Assert.NotEqual(StripeErrorType.CardError, new StripeEnum<StripeErrorType>("Card_error"));
#pragma warning restore LAT1002
        Assert.Equal("of_the_future", new StripeEnum<StripeErrorType>("of_the_future").ToString());
        Assert.Equal("", default(StripeEnum<StripeErrorType>).Value);
        Assert.Equal(default, new StripeEnum<StripeErrorType>(""));
        Assert.Equal("\"card_error\"", System.Text.Json.JsonSerializer.Serialize(type));
        Assert.Equal(type, System.Text.Json.JsonSerializer.Deserialize<StripeEnum<StripeErrorType>?>("\"card_error\""));
    }
}
