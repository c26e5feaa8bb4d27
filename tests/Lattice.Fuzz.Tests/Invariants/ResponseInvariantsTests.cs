using System.Net;
using System.Text;
using Lattice.Fuzz.Responses;
using Lattice.Stripe;

namespace Lattice.Fuzz.Tests.Invariants;

/// <summary>Each invariant of calls is found to be broken if it is.</summary>
public class ResponseInvariantsTests
{
    private const string Rejection = """{ "error": { "type": "invalid_request_error", "message": "No." } }""";

    private static readonly ResourceIdentity s_identity = new("account_link");
    private static readonly CallSettings s_settings = new(MaxRetries: 2, MaxResponseBytes: null, FailsOnMissingFields: false, Chunk: 1);

    [Fact]
    public void A_success_breaks_nothing() => Assert.Empty(Check(Success(Respond(200, """{ "object": "account_link" }"""))));

    [Fact]
    public void An_error_breaks_nothing() => Assert.Empty(Check(Failure(new StripeError
    {
        Type = StripeErrorType.InvalidRequestError,
        StatusCode = HttpStatusCode.BadRequest,
        Message = "No.",
    })));

    [Theory]
    [InlineData(500, """{ "object": "account_link" }""")]
    [InlineData(200, """{ "object": "account" }""")]
    public void A_success_that_is_not_Stripes_is_found(int status, string body) =>
        Assert.Equal([ResponseInvariants.Recognized], Check(Success(Respond(status, body))));

    [Fact]
    public void A_secret_is_found()
    {
        ObservedCall call = Success(Respond(200, """{ "object": "account_link" }"""));

        Assert.Equal([ResponseInvariants.Secrets], Check(call with { Log = $"url {SecretMarker.Text}" }));
        Assert.Equal([ResponseInvariants.Secrets], Check(call with { Json = $$"""{"url":"{{SecretMarker.Text}}"}""" }));
    }

    [Fact]
    public void An_error_without_a_type_or_with_another_status_is_found() => Assert.Equal(
        [ResponseInvariants.ErrorType, ResponseInvariants.Status],
        Check(Failure(new StripeError { StatusCode = HttpStatusCode.NotFound, Message = "No." })));

    [Fact]
    public void A_wrong_outcome_is_found() => Assert.Equal(
        [ResponseInvariants.Outcome],
        Check(Failure(new StripeError
        {
            Type = StripeErrorType.InvalidRequestError,
            StatusCode = HttpStatusCode.BadRequest,
            IsOutcomeUnknown = true,
        })));

    [Fact]
    public void A_form_that_does_not_throw_is_found()
    {
        var error = new StripeError { Type = StripeErrorType.InvalidRequestError, StatusCode = HttpStatusCode.BadRequest };

        Assert.Equal([ResponseInvariants.Thrown], Check(Failure(error) with { Thrown = null }));
    }

    [Fact]
    public void An_attempt_after_a_success_and_one_too_many_are_found()
    {
        Attempt success = Respond(200, """{ "object": "account_link" }""");

        Assert.Equal([ResponseInvariants.Attempts], Check(Success(success) with { Attempts = [success, success] }));
        Assert.Equal([ResponseInvariants.Attempts], Check(Success(success) with { Attempts = [.. Enumerable.Repeat(Broken, 3), success] }));
    }

    [Fact]
    public void A_difference_between_chunks_is_found()
    {
        ObservedCall call = Success(Respond(200, """{ "object": "account_link" }"""));

        Assert.Empty(ResponseInvariants.CheckSame(call, call));
        Assert.Equal(ResponseInvariants.Same, Assert.Single(ResponseInvariants.CheckSame(call, call with { Json = "[]" })).Invariant);
    }

    private static Attempt Broken => new(AttemptEnd.NoResponse, 0, [], []);

    private static IEnumerable<string> Check(ObservedCall call) =>
        ResponseInvariants.Check(call, s_identity, s_settings).Select(violation => violation.Invariant);

    private static Attempt Respond(int status, string body) => new(AttemptEnd.Response, status, [], Encoding.UTF8.GetBytes(body));

    private static ObservedCall Success(Attempt attempt) =>
        new(new CallResult(new AccountLink(), Error: null, Response: null, "Success"), Thrown: null, [attempt], Json: "{}", Log: "");

    private static ObservedCall Failure(StripeError error) => new(
        new CallResult(Value: null, error, Response: null, "Failure"), new StripeException(error), [Respond(400, Rejection)], Json: "{}", Log: "");
}
