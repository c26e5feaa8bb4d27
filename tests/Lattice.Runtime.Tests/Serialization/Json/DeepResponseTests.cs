using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>
/// Values may be nested to any depth. 64 levels of objects are read, and 64 levels of JSON are kept.
/// </summary>
public sealed class DeepResponseTests
{
    private const int Levels = 64;

    // The stack that a thread may have in a small container. An overflow would end the process.
    private const int SmallStack = 192 * 1024;

    public static TheoryData<string, string, string> Shapes => new()
    {
        { """{"object":""", "}", "object" },
        { """{"reference":""", "}", "reference" },
        { """{"list":[""", "]}", "list[0]" },
        { """{"map":{"a":""", "}}", "map[a]" },
        { """{"references":[""", "]}", "references[0]" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Objects_are_read_64_levels_deep_and_deeper_ones_are_kept(string open, string close, string name)
    {
        int perObject = open.Count(character => character is '{' or '[');
        int below = Levels / perObject;
        Nest nest = await ResponseReading.ReadAsync<Nest>(Repeat(open, "1", close, Levels + below));

        (int depth, Nest innermost) = FindInnermost(nest);

        Assert.Equal(Levels, depth);
        Assert.Equal(Repeat(open, "1", close, below), Assert.Single(innermost.GetExtraFields()).Value.GetRawText());
        Assert.Equal(name, innermost.GetExtraFields().Keys.Single());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Deeper_values_are_dropped_and_later_fields_are_read(string open, string close, string name)
    {
        foreach (int levels in new[] { (2 * Levels) + 1, 100_000 })
        {
            string deep = Repeat(open, "1", close, levels);
            string body = $$"""{{deep[..^1]}},"behind":2}""";

            Nest nest = await ResponseReading.ReadAsync<Nest>(body);

            (int depth, Nest innermost) = FindInnermost(nest);
            Assert.Equal(Levels, depth);
            Assert.DoesNotContain(name, innermost.GetExtraFields().Keys);
            Assert.Equal(2, nest.GetExtraFields()["behind"].GetInt32());
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{"a":""", "}")]
    public async Task An_unknown_or_unfit_value_is_kept_64_levels_deep(string open, string close)
    {
        string kept = Repeat(open, "1", close, Levels);
        string dropped = Repeat(open, "1", close, Levels + 1);
        string deep = Repeat(open, "1", close, 50_000);
        Thing thing = await Caller.DecodeAsync(
            $$"""
            {
              "new":{{kept}},"id":{{kept}},"live":{{dropped}},"newer":{{deep}},"tags":[{{deep}},{{kept}},"t"],"free":{{kept}},"amount":7
            }
            """);
        Thing free = await Caller.DecodeAsync($$"""{"free":{{dropped}},"amount":7}""");

        Assert.Equal(["new", "id", "tags[1]"], thing.GetExtraFields().Keys);
        Assert.All(thing.GetExtraFields().Values, value => Assert.Equal(kept, value.GetRawText()));
        Assert.Equal(kept, thing.Free!.Value.GetRawText());
        Assert.Equal(["t"], thing.Tags);
        Assert.Null(free.Free);
        Assert.Equal((7, 7), (thing.Amount, free.Amount));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_value_that_is_too_deep_for_the_stack_is_dropped_and_does_not_end_the_process(string open, string close, string name)
    {
        string body = Repeat(open, "{}", close, 990);
        Nest? nest = null;
        var thread = new Thread(() => nest = ResponseReading.Read<Nest>(body), SmallStack);

        thread.Start();
        thread.Join();

        (int depth, Nest innermost) = FindInnermost(nest!);
        Assert.InRange(depth, 5, Levels);
        Assert.DoesNotContain(name, innermost.GetExtraFields().Keys);
    }

    private static string Repeat(string open, string middle, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times));

    private static (int Depth, Nest Innermost) FindInnermost(Nest nest)
    {
        int depth = 1;
        while (nest.Inner is { } inner)
        {
            nest = inner;
            depth++;
        }

        return (depth, nest);
    }

    private sealed class Nest : StripeResource, IJsonReadable<Nest>
    {
        private Nest(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public Nest? Inner { get; private init; }

        static Nest IJsonReadable<Nest>.Read(ref StripeJsonReader json)
        {
            Nest? inner = null;
            while (json.ReadFields())
            {
                if (json.IsField("object"u8))
                {
                    inner = json.ReadObject<Nest>();
                }

                if (json.IsField("reference"u8))
                {
                    inner = json.ReadExpandable<Nest>()?.Value;
                }

                if (json.IsField("list"u8))
                {
                    inner = json.ReadObjects<Nest>() is [var element] ? element : null;
                }

                if (json.IsField("map"u8))
                {
                    inner = json.ReadObjectMap<Nest>()?.Values.SingleOrDefault();
                }

                if (json.IsField("references"u8))
                {
                    inner = json.ReadExpandables<Nest>() is [var element] ? element.Value : null;
                }
            }

            return new Nest(ref json) { Inner = inner };
        }
    }
}
