using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>The id of an object of an unknown type, which a request may still expand.</summary>
public sealed class IdDecodingTests
{
    [Theory]
    [InlineData("\"cus_1\"", "cus_1", false)]
    [InlineData("""{"object":"customer","id":"cus_1","name":"n"}""", "cus_1", true)]
    [InlineData("""{"object":"customer"}""", null, true)]
    [InlineData("""{"id":5}""", null, true)]
    [InlineData("null", null, false)]
    [InlineData("5", null, true)]
    [InlineData("\"\\ud800\"", null, true)]
    [InlineData("""{"a":{"id":"no"},"b":[{"id":"no"}],"id":"cus_1"}""", "cus_1", true)]
    [InlineData("""{"a":{"id":"no"}}""", null, true)]
    [InlineData("""{"\u0069d" : "cus_\u0031"}""", "cus_1", true)]
    [InlineData("""{"id":"cus_1","id":"cus_2"}""", "cus_2", true)]
    [InlineData("""{"id":"\ud800"}""", null, true)]
    [InlineData("""{"id":["cus_1"]}""", null, true)]
    [InlineData("[{\"id\":\"cus_1\"}]", null, true)]
    public async Task The_id_is_read_whether_the_object_is_expanded_or_not(string json, string? id, bool isKept)
    {
        using Caller caller = Caller.Responding(200, $$"""{"customer":{{json}},"behind":"text"}""");
        var operation = new StripeOperation<FormParams, Order>(
            "Order.Create", HttpMethod.Post, "/v1/orders", StripeBodyKind.None, Thing.ApiVersion, Order.Read);

        Order order = await operation.SendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal((id, "text"), (order.Customer, order.Behind));
        Assert.Equal(isKept ? json : null, order.GetExtraFields().TryGetValue("customer", out var kept) ? kept.GetRawText() : null);
    }

    private sealed class Order : StripeResource
    {
        private Order(ReadState fields)
            : base(fields)
        {
        }

        public string? Customer { get; private init; }

        public string? Behind { get; private init; }

        public static Order Read(ref StripeJsonReader json)
        {
            ReadState fields = default;
            string? customer = null;
            string? behind = null;
            while (json.ReadField())
            {
                if (json.IsField("customer"u8))
                {
                    customer = json.ReadId(ref fields);
                }
                else if (json.IsField("behind"u8))
                {
                    behind = json.ReadString(ref fields);
                }
                else
                {
                    json.ReadExtra(ref fields);
                }
            }

            return new Order(fields) { Customer = customer, Behind = behind };
        }
    }
}
