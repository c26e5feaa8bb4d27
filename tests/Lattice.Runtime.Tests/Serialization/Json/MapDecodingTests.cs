using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Maps to numbers and to lists.</summary>
public class MapDecodingTests
{
    [Fact]
    public void Numbers_and_lists_are_read_by_their_keys()
    {
        var bag = StripeJson.Deserialize<Bag>(
            """{"objects":{"eur":[{"name":"a"},{"name":"b"}],"usd":[]},"rates":{"eur":1.25,"usd":2},"texts":{"de":["x","y"]}}"""u8);

        Assert.Equal(["a", "b"], bag.Objects!["eur"].Select(owner => owner.Name));
        Assert.Empty(bag.Objects["usd"]);
        Assert.Equal((1.25m, 2m), (bag.Rates!["eur"], bag.Rates["usd"]));
        Assert.Equal(["x", "y"], bag.Texts!["de"]);
        Assert.Empty(bag.GetExtraFields());
    }

    [Fact]
    public void A_value_that_does_not_fit_is_kept_and_the_others_are_read()
    {
        var bag = StripeJson.Deserialize<Bag>(
            """
            {"objects":{"a":[{"name":"o"},5,{"name":"p"}],"b":{"name":"q"},"c":[{"name":"r"}]},
             "rates":{"a":"1","b":3},"texts":{"a":["x",["y"]],"b":["z"],"c":null}}
            """u8);

        Assert.Equal(["c"], bag.Objects!.Keys);
        Assert.Equal(["b"], bag.Rates!.Keys);
        Assert.Equal(["b"], bag.Texts!.Keys);
        Assert.Equal("""[{"name":"o"},5,{"name":"p"}]""", bag.GetExtraFields()["objects[a]"].GetRawText());
        Assert.Equal("""["x",["y"]]""", bag.GetExtraFields()["texts[a]"].GetRawText());
        Assert.Equal("\"1\"", bag.GetExtraFields()["rates[a]"].GetRawText());
    }

    private sealed class Bag : StripeObject, IJsonReadable<Bag>
    {
        private Bag(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public IReadOnlyDictionary<string, IReadOnlyList<Owner>>? Objects { get; private init; }

        public IReadOnlyDictionary<string, decimal>? Rates { get; private init; }

        public IReadOnlyDictionary<string, IReadOnlyList<string>>? Texts { get; private init; }

        static Bag IJsonReadable<Bag>.Read(ref StripeJsonReader json)
        {
            IReadOnlyDictionary<string, IReadOnlyList<Owner>>? objects = null;
            IReadOnlyDictionary<string, decimal>? rates = null;
            IReadOnlyDictionary<string, IReadOnlyList<string>>? texts = null;
            while (json.ReadFields())
            {
                if (json.IsField("objects"u8))
                {
                    objects = json.ReadObjectListMap<Owner>();
                }

                if (json.IsField("rates"u8))
                {
                    rates = json.ReadDecimalMap();
                }

                if (json.IsField("texts"u8))
                {
                    texts = json.ReadStringListMap();
                }
            }

            return new Bag(ref json) { Objects = objects, Rates = rates, Texts = texts };
        }
    }
}
