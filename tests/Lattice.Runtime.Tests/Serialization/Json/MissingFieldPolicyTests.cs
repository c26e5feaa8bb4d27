using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>An amount that silently became 0 is the case to think of.</summary>
public class MissingFieldPolicyTests
{
    private const string WithoutAmount = """{"id":"thing_1","live":true,"tags":[],"owner":{"name":"o"}}""";

    [Fact]
    public async Task A_missing_field_is_reported_by_default()
    {
        using var caller = new Caller(StubHandler.Responding(200, WithoutAmount, StubResponse.RequestId));

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
    public async Task A_missing_field_at_any_depth_fails_the_call_with_the_policy_Fail(string body, string named)
    {
        using var caller = new Caller(StubHandler.Responding(200, body, ("Request-Id", "req_1")), Failing);

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(StripeErrorType.DecodingError, error.Type);
        Assert.Equal($"Stripe carried out the request, but the response lacks required fields: {named}.", error.Message);
        Assert.Equal("req_1", error.RequestId);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_field_that_many_objects_lack_is_named_once()
    {
        const string Parent = """{"name":"o","parent":{}}""";
        string owners = string.Join(',', Enumerable.Range(0, 100_000).Select(index => index % 2 == 0 ? "{}" : Parent));
        string body = $$"""{"owners":[{{owners}}],"owner":{},"live":true,"tags":[]}""";

        StripeError error = await ResponseReading.FailAsync<Thing>(body, Failing);

        Assert.EndsWith("lacks required fields: Owner.name, Thing.id, Thing.amount.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, "Wide.f98, Wide.f99.")]
    [InlineData(101, "Wide.f98, Wide.f99, and 1 more.")]
    [InlineData(2_500, "Wide.f98, Wide.f99, and 2400 more.")]
    public async Task A_message_names_a_hundred_fields_and_counts_the_others(int count, string end)
    {
        StripeError error = await ResponseReading.FailAsync("{}", Read, Failing);

        Assert.EndsWith(end, error.Message, StringComparison.Ordinal);
        Assert.Contains("lacks required fields: Wide.f0, Wide.f1, ", error.Message, StringComparison.Ordinal);

        Wide Read(ref StripeJsonReader json) => Wide.Read(ref json, count);
    }

    [Fact]
    public async Task Each_object_has_its_own_missing_fields()
    {
        Thing thing = await ResponseReading.ReadAsync<Thing>(
            """{"id":"t","owner":{"parent":{"parent":{},"x":1}},"owners":[{},{"name":"o"},{"parent":{}}],"tags":[]}""");

        Assert.Equal(["amount", "live"], thing.GetMissingFields());
        Assert.Equal(["name"], thing.Owner.GetMissingFields());
        Assert.Equal(["name"], thing.Owner.Parent!.Parent!.GetMissingFields());
        Assert.Equal([1, 0, 1], thing.Owners!.Select(owner => owner.GetMissingFields().Count));
        Assert.Equal(["x"], thing.Owner.Parent.GetExtraFields().Keys);
    }

    [Fact]
    public async Task A_reader_may_add_missing_fields_at_any_time()
    {
        Wide wide = await ResponseReading.ReadAsync("""{"a":{"name":1},"b":{},"x":2}""", Wide.ReadInTurns);

        Assert.Equal(["before", "a", "b", "x", "behind"], wide.GetMissingFields());
        Assert.Equal([["name"], ["name"]], wide.Owners.Select(owner => owner.GetMissingFields()));
        Assert.Equal(["x"], wide.GetExtraFields().Keys);
    }

    [Fact]
    public async Task A_complete_response_does_not_fail()
    {
        using Caller caller = Caller.Succeeding(Failing);

        Assert.Equal("thing_1", (await caller.CreateAsync()).Id);
    }

    [Fact]
    public void Another_policy_is_rejected() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, MissingFields = (MissingFieldPolicy)2 }));

    private static void Failing(StripeClientOptions options) => options.MissingFields = MissingFieldPolicy.Fail;

    /// <summary>A resource that lacks as many fields as a test likes.</summary>
    private sealed class Wide : StripeResource
    {
        private Wide(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public IReadOnlyList<Owner> Owners { get; private init; } = [];

        public static Wide Read(ref StripeJsonReader json, int count)
        {
            json.ReadExtraFields();

            for (int i = 0; i < count; i++)
            {
                json.AddMissing(nameof(Wide), $"f{i}");
            }

            return new Wide(ref json);
        }

        public static Wide ReadInTurns(ref StripeJsonReader json)
        {
            List<Owner> owners = [];
            json.AddMissing(nameof(Wide), "before");
            while (json.ReadFields())
            {
                string name = json.IsField("a"u8) ? "a" : json.IsField("b"u8) ? "b" : "x";
                if (name != "x")
                {
                    owners.Add(json.ReadObject<Owner>()!);
                }

                json.AddMissing(nameof(Wide), name);
            }

            json.AddMissing(nameof(Wide), "behind");
            return new Wide(ref json) { Owners = owners };
        }
    }
}
