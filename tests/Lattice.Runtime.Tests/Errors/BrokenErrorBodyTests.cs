using System.Text;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>Errors never fail to parse, with any body.</summary>
public sealed class BrokenErrorBodyTests
{
    private static readonly string s_deepArray =
        string.Concat(Enumerable.Repeat("[", 10_000)) + string.Concat(Enumerable.Repeat("]", 10_000));

    private static readonly string s_deepObject = string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000);

    [Theory]
    [InlineData("""{"error":{"type":"t","code":"c","message":"m""")]
    [InlineData("""{"error":{"type":"t","code":"c","extra":{"a":[1,""")]
    [InlineData("""{"error":{"type":"t","code":"c","message":}}""")]
    [InlineData("""{"error":{"type":"t","code":"c"}""")]
    [InlineData("""{"error":{"type":"t","code":"c"}} and more""")]
    [InlineData("""{"a":{"error":1},"error":{"type":"t","code":"c"},"b":[""")]
    public async Task The_fields_before_the_end_are_kept(string body)
    {
        StripeError error = await Caller.FailAsync(400, body, StubResponse.RequestId);

        Assert.Equal("t", error.Type.Value);
        Assert.Equal("c", error.Code);
        Assert.Null(error.Message);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("code")]
    [InlineData("decline_code")]
    [InlineData("advice_code")]
    [InlineData("param")]
    [InlineData("message")]
    [InlineData("doc_url")]
    [InlineData("request_log_url")]
    [InlineData("charge")]
    [InlineData("user_message")]
    public async Task A_known_field_that_is_not_a_string_is_an_extra_field(string field)
    {
        foreach (string value in new[] { "17", "true", """{"id":"x"}""", """["x"]""" })
        {
            StripeError error = await Caller.FailAsync(400, $$$"""{"error":{"{{{field}}}":{{{value}}},"behind":"read"}}""");

            Assert.Equal(value, error.GetExtraFields()[field].GetRawText());
            Assert.Equal("read", error.GetExtraFields()["behind"].GetString());
            Assert.Equal(StripeErrorType.InvalidRequestError, error.Type);
        }
    }

    [Fact]
    public async Task Deep_nesting_within_an_error_does_not_hide_later_fields()
    {
        foreach (string deep in new[] { s_deepArray, s_deepObject })
        {
            StripeError error = await Caller.FailAsync(400, $$$"""{"x":{{{deep}}},"error":{"deep":{{{deep}}},"code":"c"}}""");

            Assert.Equal("c", error.Code);
        }
    }

    [Fact]
    public async Task A_message_of_a_megabyte_is_read_and_the_raw_body_is_bounded()
    {
        string message = new('m', 1_000_000);

        StripeError error = await Caller.FailAsync(400, $$$"""{"error":{"message":"{{{message}}}","code":"c"}}""");

        Assert.Equal(message, error.Message);
        Assert.Equal("c", error.Code);
        Assert.Equal(64 * 1024, error.GetRawBody()!.Value.Length);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_has_the_fields_of_its_start()
    {
        string body = $$$"""{"error":{"code":"c","pad":"{{{new string('x', 5_000)}}}","param":"p"}}""";
        using var caller = new Caller(StubHandler.Responding(400, body), options => options.MaxResponseBytes = 1_000);

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal("c", error.Code);
        Assert.Null(error.Param);
        Assert.Equal(1_000, error.GetRawBody()!.Value.Length);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_an_error()
    {
        byte[][] bodies =
        [
            [0xFF, 0xFE, 0x00],
            [.. "{\"error\":{\"code\":\"c\",\"message\":\"a"u8, 0xFF, .. "b\"}}"u8],
            [.. "{\"error\":{\"code\":\"c\",\"x"u8, 0xC3, .. "\":1}}"u8],
            [.. "{\""u8, 0xFF, .. "error\":1,\"error\":{\"code\":\"c\"}}"u8],
            Encoding.Unicode.GetBytes("""{"error":{"code":"c"}}"""),
        ];
        foreach (byte[] body in bodies)
        {
            using var caller = new Caller(StubHandler.Responding(400, body));

            StripeError error = Caller.Failed(await caller.TryAsync());

            Assert.Equal(StripeErrorType.InvalidRequestError, error.Type);
            Assert.Equal(body, error.GetRawBody()!.Value.ToArray());
        }
    }

    [Theory]
    [InlineData("""{"error":{"\ud800":1,"code":"c","message":"a\udc00"}}""")]
    [InlineData("""{"\ud800":1,"error":{"code":"c"}}""")]
    [InlineData("""{"e\ud800or":1,"error":{"code":"c"}}""")]
    [InlineData("""{"error\udfff":"x","error":{"code":"c"}}""")]
    [InlineData("""{"error":"\ud800","error":{"code":"c"}}""")]
    [InlineData("""{"error_description":"\ud800","error":{"code":"c"}}""")]
    public async Task Escapes_that_are_not_valid_text_are_skipped(string body) =>
        Assert.Equal("c", (await Caller.FailAsync(400, body)).Code);
}
