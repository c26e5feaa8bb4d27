using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>The reader looks at its token wherever a response can be long.</summary>
public sealed class DecodingCancellationTests
{
    private const int Many = 100_000;

    private static readonly Dictionary<string, string> s_responses = new()
    {
        ["fields"] = "{" + Repeat("\"id\":\"x\"") + "}",
        ["unknown fields"] = "{" + Repeat("\"x\":1") + "}",
        ["strings"] = "{\"tags\":[" + Repeat("\"t\"") + "]}",
        ["odd elements"] = "{\"tags\":[" + Repeat("1") + "]}",
        ["objects"] = "{\"owners\":[" + Repeat("{}") + "]}",
        ["map entries"] = "{\"metadata\":{" + Repeat("\"k\":\"v\"") + "}}",
        ["a long unknown value"] = "{\"x\":[" + Repeat("1") + "]}",
        ["a deep unknown value"] = "{\"x\":" + new string('[', Many) + new string(']', Many) + "}",
        ["a long value that does not fit"] = "{\"id\":{" + Repeat("\"x\":1") + "}}",
        ["a long value of any kind"] = "{\"free\":[" + Repeat("1") + "]}",
    };

    public static TheoryData<string> Responses => [.. s_responses.Keys];

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_canceled_token_stops_the_reader(string what)
    {
        string json = s_responses[what];
        using var source = new CancellationTokenSource();
        source.Cancel();

        var exception = Assert.Throws<OperationCanceledException>(() => ResponseReading.Read<Thing>(json, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(0, ResponseReading.Read<Thing>(json).Amount);
    }

    [Fact]
    public void A_token_that_is_canceled_during_the_read_stops_the_reader_at_a_later_field()
    {
        string json = $"{{{string.Join(',', Enumerable.Repeat("\"x\":1", Many))}}}";
        using var source = new CancellationTokenSource();
        int fields = 0;

        Assert.Throws<OperationCanceledException>(() => ResponseReading.Read(json, Read, source.Token));

        Assert.InRange(fields, 50_000, 60_000);

        Thing Read(ref StripeJsonReader reader)
        {
            while (reader.ReadFields())
            {
                if (++fields == 50_000)
                {
                    source.Cancel();
                }
            }

            return new Thing();
        }
    }

    [Fact]
    public async Task A_call_that_is_canceled_while_its_response_is_read_ends_like_one_that_is_canceled_earlier()
    {
        string json = $"{{{Repeat("\"x\":1")}}}";
        using var source = new CancellationTokenSource();
        using var caller = new Caller(StubHandler.Responding(200, json, ("Request-Id", "req_1")));
        var operation = new StripeOperation<FormParams, Thing>(
            "Thing.Create", HttpMethod.Post, "/v1/things", Thing.ApiVersion, Read);
        var options = new StripeRequestOptions { IdempotencyKey = "key-1" };

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => operation.SendAsync(caller.Client, [], null, options, source.Token));

        Assert.Equal(("key-1", source.Token), (exception.IdempotencyKey, exception.CancellationToken));

        Thing Read(ref StripeJsonReader reader)
        {
            source.Cancel();
            return StripeJsonReader.Read<Thing>(ref reader);
        }
    }

    [Fact]
    public void A_canceled_token_stops_a_peek()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => ResponseReading.Read("{}", Read, source.Token));

        static Thing Read(ref StripeJsonReader reader) => new() { Id = reader.PeekString("object"u8) ?? "" };
    }

    [Fact]
    public void A_short_response_is_read_even_if_the_token_is_canceled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Equal("thing_1", ResponseReading.Read<Thing>(StubResponse.Thing, source.Token).Id);
    }

    private static string Repeat(string text) => string.Join(',', Enumerable.Repeat(text, Many));
}
