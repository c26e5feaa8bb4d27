using System.Text;
using Lattice.Fuzz.Requests;
using Lattice.Stripe.Testing;

namespace Lattice.Fuzz.Tests.Invariants;

/// <summary>Each invariant of the stand-in's responses is found to be broken if it is.</summary>
public class RequestInvariantsTests
{
    private const string Error = """{ "error": { "type": "invalid_request_error", "message": "No." } }""";

    private static readonly SentRequest s_request = new("POST", "/v1/coupons", [new("Idempotency-Key", "key_1")], ContentType: null, Body: null);

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(400, Error)]
    public void A_correct_response_breaks_nothing(int status, string body) => Assert.Empty(Check(Respond(status, body)));

    [Fact]
    public void A_status_above_499_is_found() => Assert.Equal([RequestInvariants.NoFailure], Check(Respond(500, Error)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public void A_response_that_is_not_a_JSON_object_is_found(string body) =>
        Assert.Equal([RequestInvariants.Json], Check(Respond(200, body)));

    [Fact]
    public void A_response_of_another_type_or_without_a_request_id_is_found()
    {
        Assert.Equal([RequestInvariants.Json], Check(Respond(200, "{}") with { MediaType = "text/html" }));
        Assert.Equal([RequestInvariants.Json], Check(Respond(200, "{}") with { Headers = new Dictionary<string, string>() }));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "error": "no" }""")]
    [InlineData("""{ "error": { "type": "invalid_request_error" } }""")]
    [InlineData("""{ "error": { "type": "", "message": "No." } }""")]
    public void An_error_of_another_shape_is_found(string body) => Assert.Equal([RequestInvariants.Error], Check(Respond(400, body)));

    [Fact]
    public async Task A_secret_that_is_shown_is_found()
    {
        using var stripe = new StripeStandIn();
        using var client = new HttpMessageInvoker(stripe.CreateHandler());

        // Nothing tells that this is a secret, so the stand-in shows it.
        using HttpRequestMessage request = s_request.ToMessage("")!;
        request.Content = new StringContent($"name={SecretPlanter.Marker}");
        using HttpResponseMessage response = await client.SendAsync(request, CancellationToken.None);

        Assert.NotEmpty(RequestInvariants.CheckLog(stripe.Requests));
    }

    [Fact]
    public void Another_response_to_the_same_requests_is_found()
    {
        Assert.Empty(RequestInvariants.CheckRepeated([Respond(200, "{}")], [Respond(200, "{}")]));
        Assert.Single(RequestInvariants.CheckRepeated([Respond(200, "{}")], [Respond(200, "{ }")]));
        Assert.Single(RequestInvariants.CheckRepeated([Respond(200, "{}")], [Respond(201, "{}")]));
    }

    [Fact]
    public void A_repetition_that_is_not_replayed_is_found()
    {
        ReceivedResponse first = Respond(200, "{}");
        ReceivedResponse replayed = first with
        {
            Headers = new Dictionary<string, string> { ["Request-Id"] = "req_2", ["Idempotent-Replayed"] = "true" },
        };

        Assert.Empty(RequestInvariants.CheckReplayed(s_request, first, replayed));
        Assert.Single(RequestInvariants.CheckReplayed(s_request, first, first));
        Assert.Single(RequestInvariants.CheckReplayed(s_request, first, replayed with { Body = "{ }"u8.ToArray() }));
        Assert.Empty(RequestInvariants.CheckReplayed(s_request with { Headers = [] }, first, first));
    }

    private static IEnumerable<string> Check(ReceivedResponse response) =>
        RequestInvariants.Check(s_request, response).Select(violation => violation.Invariant);

    private static ReceivedResponse Respond(int status, string body) => new(
        status, "application/json", new Dictionary<string, string> { ["Request-Id"] = "req_1" }, Encoding.UTF8.GetBytes(body));
}
