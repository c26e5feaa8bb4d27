using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Decoding;

/// <summary>An amount that silently became 0 is the case to think of.</summary>
public class MissingFieldPolicyTests
{
    private const string WithoutAmount = """{"id":"thing_1","live":true,"tags":[],"owner":{"name":"o"}}""";

    [Fact]
    public async Task A_missing_field_is_reported_unless_said_otherwise()
    {
        using var caller = new Caller(ScriptedHandler.Answering(200, WithoutAmount, Reply.RequestId));

        Thing thing = await caller.CreateAsync();

        Assert.Equal(0, thing.Amount);
        Assert.Equal(["amount"], thing.GetMissingFields());
    }

    [Theory]
    [InlineData(WithoutAmount, "Thing.amount")]
    [InlineData("""{"id":"thing_1","amount":null,"live":true,"tags":[],"owner":{"name":"o"}}""", "Thing.amount")]
    [InlineData("""{"id":"thing_1","amount":"1","live":true,"tags":[],"owner":{"name":"o"}}""", "Thing.amount")]
    [InlineData("""{"amount":1,"live":true,"tags":[]}""", "Thing.id, Thing.owner")]
    [InlineData("""{"id":"thing_1","amount":1,"live":true,"tags":[],"owner":{}}""", "Owner.name")]
    [InlineData("""{"id":"thing_1","amount":1,"live":true,"tags":[],"owner":{"name":"o"},"owners":[{"name":"o"},{}]}""", "Owner.name")]
    public async Task A_missing_field_at_any_depth_fails_the_call_if_asked_for(string body, string named)
    {
        using var caller = new Caller(ScriptedHandler.Answering(200, body, ("Request-Id", "req_1")), Failing);

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(StripeErrorType.DecodingError, error.Type);
        Assert.Equal($"Stripe carried out the request, but the response lacks required fields: {named}.", error.Message);
        Assert.Equal("req_1", error.RequestId);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task An_answer_with_all_its_fields_does_not_fail()
    {
        using Caller caller = Caller.Succeeding(Failing);

        Assert.Equal("thing_1", (await caller.CreateAsync()).Id);
    }

    [Fact]
    public void There_is_no_other_policy() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, MissingFields = (MissingFieldPolicy)2 }));

    private static void Failing(StripeClientOptions options) => options.MissingFields = MissingFieldPolicy.Fail;
}
