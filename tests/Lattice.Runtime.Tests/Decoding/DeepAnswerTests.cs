using Lattice.Stripe.Serialization;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Decoding;

/// <summary>Types that hold themselves may come nested as deep as somebody likes.</summary>
public sealed class DeepAnswerTests
{
    // As much as a thread may have in a small container; its end would be that of the process.
    private const int SmallStack = 192 * 1024;

    [Theory]
    [InlineData("""{"object":""", "}", 990)]
    [InlineData("""{"reference":""", "}", 990)]
    [InlineData("""{"list":[""", "]}", 495)]
    [InlineData("""{"map":{"a":""", "}}", 495)]
    public void What_is_too_deep_for_the_stack_is_kept_and_does_not_end_the_process(string open, string close, int levels)
    {
        string body = string.Concat(Enumerable.Repeat(open, levels)) + "{}" + string.Concat(Enumerable.Repeat(close, levels));
        using Caller caller = Caller.Answering(200, body);
        var operation = new StripeOperation<FormParams, Nest>(
            "Nest.Create", HttpMethod.Post, "/v1/nests", StripeBodyKind.None, Thing.ApiVersion, Nest.Read);
        Nest? nest = null;
        var thread = new Thread(
            () => nest = operation.SendAsync(caller.Client, [], null, null, CancellationToken.None).GetAwaiter().GetResult(), SmallStack);

        thread.Start();
        thread.Join();

        int depth = 1;
        while (nest!.Inner is { } inner)
        {
            nest = inner;
            depth++;
        }

        Assert.InRange(depth, 5, levels);
        Assert.Single(nest.GetExtraFields());
    }

    private sealed class Nest : StripeResource
    {
        private Nest(ObjectFields fields)
            : base(fields)
        {
        }

        public Nest? Inner { get; private init; }

        public static Nest Read(ref StripeJsonReader json)
        {
            ObjectFields fields = default;
            Nest? inner = null;
            while (json.ReadField())
            {
                if (json.IsField("object"u8))
                {
                    inner = json.ReadObject(ref fields, Read);
                }
                else if (json.IsField("reference"u8))
                {
                    inner = json.ReadExpandable(ref fields, Read)?.Value;
                }
                else if (json.IsField("list"u8))
                {
                    inner = json.ReadObjects(ref fields, Read) is [var element] ? element : null;
                }
                else if (json.IsField("map"u8))
                {
                    inner = json.ReadObjectMap(ref fields, Read)?.Values.Single();
                }
                else
                {
                    json.ReadExtra(ref fields);
                }
            }

            return new Nest(fields) { Inner = inner };
        }
    }
}
