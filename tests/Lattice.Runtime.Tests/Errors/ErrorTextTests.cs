using System.Globalization;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>The text of any error is one line of at most 1 KB.</summary>
public sealed class ErrorTextTests
{
    private const int MaxBytes = 1024;

    [Theory]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a\nb\tc\vd\fe", "a b c d e")]
    [InlineData("\u001b[2Ja\u001b[31mb", "[2Ja [31mb")]
    [InlineData("a\0b\u0007c\u007fd\u009be", "a b c d e")]
    [InlineData("a\u0085b\u2028c\u2029d", "a b c d")]
    [InlineData("a\u202eb\u200fc\u2066d\u00ade\ufefff\u200bg", "a b c d e f g")]
    [InlineData("a\U000e0041\U000e007fb", "a b")]
    [InlineData("\r\n\r\na\r\n\r\n", "a")]
    [InlineData("a \r\n b", "a   b")]
    [InlineData("  zwei  Leerzeichen, \u00fcber 😀 ", "  zwei  Leerzeichen, \u00fcber 😀 ")]
    [InlineData("\r\n", "The response gives no details.")]
    [InlineData("\u200b", "The response gives no details.")]
    public void Invisible_characters_become_a_space(string message, string shown)
    {
        var error = new StripeError { Type = StripeErrorType.ApiError, Message = message };

        Assert.Equal($"(api_error): {shown}", error.ToString());
        Assert.Equal(error.ToString(), new StripeException(error).Message);
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_lone_surrogate_is_the_replacement_character() =>
        Assert.Equal("(): a\ufffdb\ufffd", new StripeError { Message = "a\ud800b\udc00" }.ToString());

    [Fact]
    public void Invisible_characters_of_the_type_the_code_and_the_request_id_are_replaced_as_well()
    {
        var error = new StripeError
        {
#pragma warning disable LAT1002 // A server may send anything.
            Type = "card\r\n_error",
#pragma warning restore LAT1002
            Code = "card\u2028_declined",
            Message = "Declined.",
            RequestId = "req\u001b_1\n",
            StatusCode = HttpStatusCode.PaymentRequired,
        };

        Assert.Equal("(card _error) 402 card _declined: Declined. (request req _1)", error.ToString());
        Assert.Equal("card\r\n_error", error.Type.Value);
    }

    [Theory]
    [InlineData("m", 1)]
    [InlineData("é", 2)]
    [InlineData("値", 3)]
    [InlineData("😀", 4)]
    public void A_long_message_is_truncated_between_characters_and_the_request_id_is_not(string character, int bytes)
    {
        var error = new StripeError
        {
            Type = StripeErrorType.CardError,
            Code = "card_declined",
            Message = string.Concat(Enumerable.Repeat(character, 100_000)),
            RequestId = "req_AbCdEf0123456789",
        };

        string text = error.ToString();

        Assert.StartsWith($"(card_error) card_declined: {character}{character}", text, StringComparison.Ordinal);
        Assert.EndsWith($"{character}… (request req_AbCdEf0123456789)", text, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), MaxBytes - bytes + 1, MaxBytes);
        Assert.DoesNotContain('\ufffd', text);
    }

    [Fact]
    public void A_message_that_fits_is_not_truncated()
    {
        string before = new StripeError { Type = StripeErrorType.ApiError, Message = "m", RequestId = "req_1" }.ToString();
        string longest = new('m', MaxBytes - before.Length + 1);

        string whole = new StripeError { Type = StripeErrorType.ApiError, Message = longest, RequestId = "req_1" }.ToString();
        string cut = new StripeError { Type = StripeErrorType.ApiError, Message = longest + "m", RequestId = "req_1" }.ToString();

        Assert.Equal($"(api_error): {longest} (request req_1)", whole);
        Assert.Equal($"(api_error): {longest[..^3]}… (request req_1)", cut);
    }

    [Fact]
    public void Megabytes_in_every_field_make_a_short_text()
    {
        string megabytes = string.Concat(Enumerable.Repeat("a\r\n\u202e値", 1_000_000));
        var error = new StripeError
        {
            Type = megabytes,
            Code = megabytes,
            Message = megabytes,
            RequestId = megabytes,
            StatusCode = (HttpStatusCode)int.MinValue,
        };

        string text = error.ToString();

        AssertOneLine(text);
        Assert.Matches(@"^\(a 値[^…]+…\) -2147483648 a 値[^…]+…: a 値[^…]+… \(request a 値[^…]+…\)$", text);
        Assert.Equal($"Failure: {text}", new StripeResult<Thing>(error).ToString());
    }

    [Fact]
    public void Any_error_that_a_test_creates_has_such_a_text() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(Arb.From(Text.ArrayOf(4)), texts =>
        {
            var type = new StripeEnum<StripeErrorType>(texts[0]);

            AssertOneLine(new StripeError { Type = type, Code = texts[1], Message = texts[2], RequestId = texts[3] }.ToString());
        }));

    [Fact]
    public async Task An_error_of_9_MB_with_line_breaks_is_one_short_line_and_its_message_is_complete()
    {
        string message = string.Concat(Enumerable.Repeat("line\\r\\n\\u001b[2J", 600_000));

        StripeError error = await Caller.FailAsync(
            400, $$$"""{"error":{"type":"invalid_request_error","message":"{{{message}}}"}}""", ("Request-Id", "req_1"));

        AssertOneLine(error.ToString());
        Assert.EndsWith("… (request req_1)", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(600_000 * "line\r\n\u001b[2J".Length, error.Message!.Length);
    }

    [Fact]
    public void The_text_of_a_response_is_short_for_any_headers()
    {
        using var message = new HttpResponseMessage(HttpStatusCode.OK);
        Assert.True(message.Headers.TryAddWithoutValidation("Request-Id", "req_" + new string('x', 100_000)));

        Assert.Equal("200", new StripeResponse { Headers = message.Headers }.ToString());
    }

    private static Gen<string> Text => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        from part in Gen.Elements("x", "値", "😀", "\ud800", "\r\n", "\u202e", " ", "")
        from count in Gen.Choose(0, 1_200)
        select string.Concat(Enumerable.Repeat(part, count)));

    private static void AssertOneLine(string text)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, MaxBytes);
        Assert.DoesNotContain(text.EnumerateRunes(), rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }
}
