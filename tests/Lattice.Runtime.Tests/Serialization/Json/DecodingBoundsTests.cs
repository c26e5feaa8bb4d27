using System.Runtime.ExceptionServices;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Time and memory of decoding are proportional to any response.</summary>
public sealed class DecodingBoundsTests
{
    private const int MaxObjects = 250_000;

    // An algorithm with quadratic time takes minutes here, a linear one less than a second.
    private static readonly TimeSpan s_generous = TimeSpan.FromSeconds(30);

    [Fact]
    public void Unknown_fields_need_less_memory_than_in_the_response()
    {
        string json = $"{{{string.Join(',', Enumerable.Range(0, 800_000).Select(index => $"\"k{index}\":1"))}}}";

        (Thing thing, long allocated) = ResponseReading.Measure<Thing>(json);

        // All allocated memory, the last part of which is kept.
        Assert.InRange(allocated, 0, 4L * json.Length);
        Assert.Equal(800_000, thing.GetExtraFields().Count);
        Assert.Equal(1, thing.GetExtraFields()["k799999"].GetInt32());
    }

    [Theory]
    [InlineData("tags", "1", "[", "]")]
    [InlineData("owners", "[]", "[", "]")]
    [InlineData("metadata", "\"a\":1", "{", "}")]
    public void Unfit_elements_need_at_most_a_small_multiple_of_their_memory_in_the_response(
        string field, string element, string open, string close)
    {
        string json = $$"""{"{{field}}":{{open}}{{string.Join(',', Enumerable.Repeat(element, 1_000_000))}}{{close}}}""";

        (Thing thing, long allocated) = ResponseReading.Measure<Thing>(json);

        Assert.InRange(allocated, 0, 6L * json.Length);
        Assert.NotEmpty(thing.GetExtraFields());
    }

    [Fact]
    public void Objects_that_lack_their_fields_need_little_more_memory_than_complete_ones()
    {
        const int Count = 100_000;
        string lacking = $$"""{"owners":[{{string.Join(',', Enumerable.Repeat("{}", Count))}}]}""";
        string whole = $$"""{"owners":[{{string.Join(',', Enumerable.Repeat("""{"name":""}""", Count))}}]}""";

        (Thing thing, long allocated) = ResponseReading.Measure<Thing>(lacking);
        (_, long allocatedForWhole) = ResponseReading.Measure<Thing>(whole);

        Assert.InRange(allocated, allocatedForWhole, allocatedForWhole + (60 * Count));
        Assert.All(thing.Owners!, owner => Assert.Equal(["name"], owner.GetMissingFields()));
    }

    [Fact]
    public async Task A_response_may_hold_250_000_objects()
    {
        string owners = string.Join(',', Enumerable.Repeat("{}", MaxObjects));

        Holder holder = await Holder.DecodeAsync($$"""{"owners":[{{owners}}]}""");

        Assert.Equal(MaxObjects, holder.Owners!.Count);
    }

    [Theory]
    [InlineData("owners", "[", "]")]
    [InlineData("page", """{"object":"list","data":[""", "]}")]
    public async Task More_objects_are_a_decoding_error(string field, string open, string close)
    {
        string owners = string.Join(',', Enumerable.Repeat("{}", 3_000_000));

        StripeError error = await ResponseReading.FailAsync<Holder>($$"""{"{{field}}":{{open}}{{owners}}{{close}}}""");

        Assert.Equal(StripeErrorType.DecodingError, error.Type);
        Assert.EndsWith("the response holds more than 250000 objects.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_references_are_read_once_wherever_their_ids_are()
    {
        // The id of each object follows two million tokens, which looking ahead would read again at each level.
        string inner = $"[{string.Join(',', Enumerable.Repeat("1", 2_000_000))}]";
        string json = string.Concat(Enumerable.Range(0, 900).Select(_ => "{\"owner\":")) + inner
            + string.Concat(Enumerable.Range(0, 900).Reverse().Select(level => $",\"id\":\"id_{level}\"}}"));
        using var watch = new CancellationTokenSource(s_generous);

        Reference reference = ResponseReading.Read<Reference>(json, watch.Token);

        for (int level = 1; level < 64; level++)
        {
            Assert.Equal($"id_{level}", reference.Owner.Id);
            reference = reference.Owner.Value!;
        }
    }

    [Fact]
    public void Peeks_into_nested_unions_are_bounded_and_the_unions_are_then_unknown()
    {
        // The field that identifies the object is the last one.
        string inner = $"[{string.Join(',', Enumerable.Repeat("1", 2_000_000))}]";
        string json = string.Concat(Enumerable.Repeat("{\"either\":", 60)) + inner
            + string.Concat(Enumerable.Repeat(",\"object\":\"known\"}", 60));
        using var watch = new CancellationTokenSource(s_generous);

        Either either = ResponseReading.Read<Either>(json, watch.Token);

        int known = 0;
        while (either.Known is { } inside)
        {
            known++;
            either = inside;
        }

        Assert.InRange(known, 7, 20);
        Assert.Equal(["either", "object"], either.GetExtraFields().Keys);
    }

    [Fact]
    public void A_million_strings_that_are_not_valid_text_do_not_throw()
    {
        const string Half = "\"\\ud800\"";
        string texts = string.Join(',', Enumerable.Repeat(Half, 500_000));
        string names = string.Join(',', Enumerable.Repeat(Half + ":1", 500_000));
        string json = $"{{\"tags\":[{texts}],{names}}}";
        int exceptions = 0;
        int thread = Environment.CurrentManagedThreadId;
        AppDomain.CurrentDomain.FirstChanceException += Count;

        Thing thing;
        try
        {
            thing = ResponseReading.Read<Thing>(json);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        Assert.Equal(500_001, thing.GetExtraFields().Count);
        Assert.Equal(0, exceptions);

        void Count(object? sender, FirstChanceExceptionEventArgs args) =>
            exceptions += Environment.CurrentManagedThreadId == thread ? 1 : 0;
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task An_error_that_is_nested_100_000_levels_deep_is_read_quickly(string open, string close)
    {
        const int Depth = 100_000;
        string deep = string.Concat(Enumerable.Repeat(open, Depth)) + "1" + string.Concat(Enumerable.Repeat(close, Depth));

        StripeError error = await Caller.FailAsync(
            400,
            $$$"""{"x":{{{deep}}},"error":{"deep":{{{deep}}},"type":{{{deep}}},"kept":{"a":[1]},"code":"c"}}""",
            ("Request-Id", "req_1"));

        Assert.Equal("c", error.Code);
        Assert.Equal(["kept"], error.GetExtraFields().Keys);
    }

    [Fact]
    public async Task Extra_fields_of_an_error_are_kept_64_levels_deep()
    {
        string kept = new string('[', 64) + new string(']', 64);

        StripeError error = await Caller.FailAsync(
            400, $$$"""{"error":{"a":{{{kept}}},"b":[{{{kept}}}],"code":"c"}}""", ("Request-Id", "req_1"));

        Assert.Equal("a", Assert.Single(error.GetExtraFields()).Key);
        Assert.Equal(kept, error.GetExtraFields()["a"].GetRawText());
    }

    private sealed class Reference : StripeObject, IJsonReadable<Reference>
    {
        private Reference(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public Expandable<Reference> Owner { get; private init; }

        static Reference IJsonReadable<Reference>.Read(ref StripeJsonReader json)
        {
            Expandable<Reference>? owner = null;
            while (json.ReadFields())
            {
                if (json.IsField("owner"u8))
                {
                    owner = json.ReadExpandable<Reference>();
                }
            }

            return new Reference(ref json) { Owner = owner.GetValueOrDefault() };
        }
    }

    /// <summary>A union as the generator emits it, of one known object, which is such a union as well.</summary>
    private sealed class Either : StripeObject, IJsonReadable<Either>
    {
        private Either(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public Either? Known { get; private init; }

        static Either IJsonReadable<Either>.Read(ref StripeJsonReader json)
        {
            bool isKnown = (json.PeekString("object"u8), json.PeekTrue("deleted"u8)) is ("known", false);
            Either? known = null;
            while (json.ReadFields())
            {
                if (isKnown && json.IsField("either"u8))
                {
                    known = json.ReadObject<Either>();
                }
            }

            return new Either(ref json) { Known = known };
        }
    }
}
