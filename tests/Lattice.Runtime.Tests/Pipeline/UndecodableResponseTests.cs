using System.Net;
using System.Text;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>A success whose body is not an object is an error that describes what is known and quotes nothing.</summary>
public sealed class UndecodableResponseTests
{
    private const string Secret = "s3cr3t";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{\"url\":\"s3cr3t")]
    [InlineData("{\"url\":\"s3cr3t\"")]
    [InlineData("{\"url\":\"s3cr3t\",")]
    [InlineData("{\"url\":\"s3cr3t\",\"metadata\":{\"a\"")]
    [InlineData("{\"url\":\"s3cr3t\",\"owners\":[{\"name\":\"s3cr3t\"}")]
    [InlineData("{\"url\":s3cr3t}")]
    [InlineData("{\"s3cr3t\" \"x\"}")]
    [InlineData("{'url':'s3cr3t'}")]
    [InlineData("{\"url\":\"s3cr3t\\q\"}")]
    [InlineData("{\"url\":\"s3cr3t\"} s3cr3t")]
    [InlineData("{\"url\":\"s3cr3t\"}{}")]
    [InlineData("{\"url\":\"s3cr3t\",}")]
    [InlineData("{\"url\":\"s3cr3t\"} // comment")]
    [InlineData("[{\"url\":\"s3cr3t\"}]")]
    [InlineData("\"s3cr3t\"")]
    [InlineData("null")]
    [InlineData("<html>s3cr3t</html>")]
    public async Task A_body_that_is_not_an_object_is_a_decoding_error(string body)
    {
        using Caller caller = Caller.Responding(200, body, ("Request-Id", "req_1"));

        StripeResult<Thing> result = await caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = "key-1" });

        StripeError error = Caller.Failed(result);
        Assert.Equal(StripeErrorType.DecodingError, error.Type);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal("req_1", error.RequestId);
        Assert.Equal("key-1", error.IdempotencyKey);
        Assert.Equal(1, error.Attempts);
        Assert.Equal("req_1", result.Response!.RequestId);
        Assert.Equal(body.Length == 0 ? null : body, error.GetRawBody() is { } raw ? Encoding.UTF8.GetString(raw.Span) : null);
        var exception = Assert.Throws<StripeException>(() => result.GetValueOrThrow());
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("(decoding_error) 200: ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(" (request req_1)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("1")]
    public async Task The_message_says_that_the_body_is_not_an_object(string body)
    {
        using Caller caller = Caller.Responding(200, body);

        Assert.Contains("is not a JSON object", Caller.Failed(await caller.TryAsync(null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("url")]
    [InlineData("kind")]
    public async Task A_string_that_is_not_UTF_8_loses_its_field_and_not_the_resource(string field)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes($"{{\"amount\":5,\"{field}\":\"{Secret}"), 0xFF, 0xC0, (byte)'"', (byte)'}'];
        using var caller = new Caller(StubHandler.Responding(200, body, StubResponse.RequestId));

        Thing thing = await caller.CreateAsync();

        Assert.Equal(5, thing.Amount);
        Assert.Equal([field], thing.GetExtraFields().Keys);
        Assert.False(thing.Url.HasValue);
        Assert.DoesNotContain(Secret, thing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raw_body_of_a_decoding_error_is_bounded()
    {
        using Caller caller = Caller.Responding(200, new string('x', 100_000));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(64 * 1024, error.GetRawBody()!.Value.Length);
        Assert.True(error.Message!.Length < 200);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(299)]
    public async Task Every_status_of_2xx_is_a_success(int status)
    {
        using Caller caller = Caller.Responding(status, StubResponse.Thing);

        StripeResult<Thing> result = await caller.TryAsync();

        Assert.True(result.IsSuccess);
        Assert.Equal(status, (int)result.Response.StatusCode);
    }

    [Fact]
    public async Task A_success_without_content_is_a_decoding_error()
    {
        using Caller caller = Caller.Responding(204, "");

        Assert.Equal(StripeErrorType.DecodingError, Caller.Failed(await caller.TryAsync()).Type);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task A_response_without_data_may_have_no_body(int status)
    {
        using Caller caller = Caller.Responding(status, "", StubResponse.RequestId);
        var operation = new StripeOperation<FormParams, StripeEmpty>(
            "Event.Create", HttpMethod.Post, "/v2/events", Thing.ApiVersion, StripeJsonReader.Read<StripeEmpty>);

        Assert.True((await operation.TrySendAsync(caller.Client, [], null, null, CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task White_space_around_the_object_is_allowed() =>
        Assert.Equal("thing_1", (await Caller.DecodeAsync($"\r\n\t {StubResponse.Thing} \r\n")).Id);

    [Fact]
    public async Task A_byte_order_mark_before_the_object_is_allowed() =>
        Assert.Equal("thing_1", (await Caller.DecodeAsync($"\uFEFF{StubResponse.Thing}")).Id);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task A_body_may_have_at_most_MaxResponseBytes(int room, bool succeeds)
    {
        string body = $$"""{"url":"{{Secret}}","pad":"{{new string(' ', 5_000)}}"}""";
        using var caller = new Caller(
            StubHandler.Responding(200, body, StubResponse.RequestId), options => options.MaxResponseBytes = body.Length + room);

        StripeResult<Thing> result = await caller.TryAsync();

        Assert.Equal(succeeds, result.IsSuccess);
        if (!succeeds)
        {
            Assert.Equal(StripeErrorType.DecodingError, result.Error!.Type);
            Assert.Contains("MaxResponseBytes", result.Error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, result.Error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_endless_body_is_read_only_up_to_the_limit()
    {
        using var endless = new EndlessStream();
        using var caller = new Caller(
            new StubHandler((_, _) => Task.FromResult(StubResponse.Of(200, new StreamContent(endless)))),
            options => options.MaxResponseBytes = 10_000);

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(StripeErrorType.DecodingError, error.Type);
        Assert.InRange(endless.BytesRead, 10_001, 40_000);
        Assert.True(endless.IsDisposed);
    }
}
