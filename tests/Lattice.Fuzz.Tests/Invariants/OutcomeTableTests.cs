using System.Text;
using Lattice.Fuzz.Responses;

namespace Lattice.Fuzz.Tests.Invariants;

/// <summary>The table in runtime/Lattice.Runtime/errors.md, as the fuzzer reads it.</summary>
public class OutcomeTableTests
{
    private const string Rejection = """{ "error": { "type": "invalid_request_error" } }""";
    private const string InUse = """{ "error": { "type": "idempotency_error", "code": "idempotency_key_in_use" } }""";

    [Theory]
    [InlineData(false, "400 req")]
    [InlineData(false, "429 req")]
    [InlineData(true, "400")]
    [InlineData(true, "500 req")]
    [InlineData(true, "302 req")]
    [InlineData(true, "200 req")]
    [InlineData(true, "none")]
    [InlineData(false, "unreachable")]
    [InlineData(false, "unreachable", "unreachable")]
    [InlineData(false, "none", "400 req")]
    [InlineData(true, "none", "429 req")]
    [InlineData(false, "none", "409 replayed")]
    [InlineData(true, "none", "unreachable")]
    [InlineData(false, "429 req", "400 req")]
    public void The_last_attempt_and_those_before_it_decide(bool isUnknown, params string[] attempts) =>
        Assert.Equal(isUnknown, OutcomeTable.IsUnknown([.. attempts.Select(attempt => Create(attempt, ""))]));

    [Theory]
    [InlineData(false, Rejection, "400")]
    [InlineData(true, Rejection, "none", "400")]
    [InlineData(true, InUse, "409 req")]
    [InlineData(null, "{ \"error\": { \"type\": \"inv", "400")]
    [InlineData(null, "{ \"error\": {}, \"error\": {} }", "400 req")]
    public void A_body_decides_as_far_as_it_can_be_read(bool? isUnknown, string body, params string[] attempts) =>
        Assert.Equal(isUnknown, OutcomeTable.IsUnknown([.. attempts.Select(attempt => Create(attempt, body))]));

    private static Attempt Create(string attempt, string body) => attempt.Split(' ') switch
    {
        ["none"] => new Attempt(AttemptEnd.NoResponse, 0, [], []),
        ["unreachable"] => new Attempt(AttemptEnd.NoConnection, 0, [], []),
        [var status, "req"] => Respond(status, body, KeyValuePair.Create("Request-Id", "req_1")),
        [var status, "replayed"] => Respond(status, body, KeyValuePair.Create("Idempotent-Replayed", "true")),
        [var status] => Respond(status, body),
        _ => throw new ArgumentException($"'{attempt}' is not an attempt.", nameof(attempt)),
    };

    private static Attempt Respond(string status, string body, params KeyValuePair<string, string>[] headers) => new(
        AttemptEnd.Response, int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), headers, Encoding.UTF8.GetBytes(body));
}
