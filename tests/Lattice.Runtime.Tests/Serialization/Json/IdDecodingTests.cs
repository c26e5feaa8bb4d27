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
            "Order.Create", HttpMethod.Post, "/v1/orders", Thing.ApiVersion, StripeJsonReader.Read<Order>);

        Order order = await operation.SendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal((id, "text"), (order.Customer, order.Behind));
        Assert.Equal(isKept ? json : null, order.GetExtraFields().TryGetValue("customer", out var kept) ? kept.GetRawText() : null);
    }

    private sealed class Order : StripeResource, IJsonReadable<Order>
    {
        private Order(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public string? Customer { get; private init; }

        public string? Behind { get; private init; }

        static Order IJsonReadable<Order>.Read(ref StripeJsonReader json)
        {
            string? customer = null;
            string? behind = null;
            while (json.ReadFields())
            {
                if (json.IsField("customer"u8))
                {
                    customer = json.ReadId();
                }

                if (json.IsField("behind"u8))
                {
                    behind = json.ReadString();
                }
            }

            return new Order(ref json) { Customer = customer, Behind = behind };
        }
    }
}
