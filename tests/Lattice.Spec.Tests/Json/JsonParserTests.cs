using System.Text.Json;
using Lattice.Spec.Json;

namespace Lattice.Spec.Tests.Json;

/// <summary>The parser accepts what RFC 8259 allows, and reports the location of an error.</summary>
public class JsonParserTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData(" true ", "true")]
    [InlineData("\t\r\nfalse\n", "false")]
    [InlineData("0", "0")]
    [InlineData("-0.5e+10", "-0.5e+10")]
    [InlineData("12E5", "12E5")]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\\"\\\\\\/\\b\\f\\n\\r\\tz\"", "a\"\\/\b\f\n\r\tz")]
    [InlineData("\"\\u00e4\\uD83D\\uDE00\"", "ä😀")]
    [InlineData("\"ä😀\"", "ä😀")]
    [InlineData("\uFEFF\"after a byte order mark\"", "after a byte order mark")]
    public void A_scalar_is_read(string text, string expected)
    {
        JsonValue? value = JsonParser.Parse(text, out InvalidJson? error);

        Assert.Null(error);
        Assert.Equal(expected, value!.ToText());
    }

    [Theory]
    [InlineData("", 0, "empty")]
    [InlineData("  ", 2, "empty")]
    [InlineData("nul", 0, "expected a value")]
    [InlineData("nope", 0, "expected a value, found 'n'")]
    [InlineData("True", 0, "expected a value, found 'T'")]
    [InlineData("'a'", 0, "expected a value, found '''")]
    [InlineData("01", 1, "unexpected '1' after the end")]
    [InlineData("-", 1, "expected a digit")]
    [InlineData("1.", 2, "expected a digit")]
    [InlineData("1e", 2, "expected a digit")]
    [InlineData("+1", 0, "expected a value, found '+'")]
    [InlineData(".5", 0, "expected a value, found '.'")]
    [InlineData("NaN", 0, "expected a value, found 'N'")]
    [InlineData("1 2", 2, "after the end")]
    [InlineData("{} }", 3, "after the end")]
    [InlineData("[1,]", 3, "expected a value, found ']'")]
    [InlineData("[1 2]", 3, "expected ',' or ']', found '2'")]
    [InlineData("[1", 2, "expected ',' or ']'")]
    [InlineData("{\"a\":1,}", 7, "expected a name in double quotation marks, found '}'")]
    [InlineData("{a:1}", 1, "expected a name in double quotation marks, found 'a'")]
    [InlineData("{\"a\" 1}", 5, "expected ':', found '1'")]
    [InlineData("{\"a\":}", 5, "expected a value, found '}'")]
    [InlineData("{\"a\":1 \"b\":2}", 7, "expected ',' or '}', found '\"'")]
    [InlineData("{\"a\":1,\"b\":{\"a\":1,\"a\":2}}", 18, "an object contains the key \"a\" twice")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", 7, "an object contains the key \"a\" twice")]
    [InlineData("\"a", 2, "no closing quotation mark")]
    [InlineData("\"a\nb\"", 2, "U+000A, which must be escaped")]
    [InlineData("\"\\x\"", 1, "invalid escape sequence")]
    [InlineData("\"\\u12g4\"", 1, "invalid escape sequence")]
    [InlineData("\"\\ud800\"", 0, "an unpaired surrogate")]
    [InlineData("\"a\\udc00\"", 0, "an unpaired surrogate")]
    [InlineData("{\"\\ud800x\":1}", 1, "an unpaired surrogate")]
    [InlineData("// comment\n1", 0, "expected a value, found '/'")]
    [InlineData("\u00a01", 0, "the character U+00A0")]
    public void An_error_is_reported_at_its_location(string text, int offset, string message)
    {
        JsonValue? value = JsonParser.Parse(text, out InvalidJson? error);

        Assert.Null(value);
        Assert.Equal(offset, error!.Offset);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\": [1, {\"b\": \"c\\n\"}], \"d\": tr")]
    [InlineData("{\"a\": [1, {\"b\": \"c\\n\"}], \"d\": true, \"e\": -1.5e10, \"f\": \"\\u00e4\" }")]
    public void A_truncated_text_is_distinguished_from_an_invalid_one(string text)
    {
        for (int length = 0; length < text.Length - 1; length++)
        {
            JsonParser.Parse(text[..length], out InvalidJson? error);

            Assert.True(error!.IsTruncated, text[..length]);
        }
    }

    [Theory]
    [InlineData(JsonParser.MaxDepth, true)]
    [InlineData(JsonParser.MaxDepth + 1, false)]
    public void Depth_is_limited(int depth, bool isRead)
    {
        JsonParser.Parse(new string('[', depth) + new string(']', depth), out InvalidJson? error);

        Assert.Equal(isRead, error is null);
        Assert.Equal(isRead ? null : "arrays and objects are nested more than 512 levels deep", error?.Message);
    }

    [Fact]
    public void A_value_has_its_location()
    {
        const string Text = "{ \"a/b\": [ 1, { \"~\": \"x\" } ] }";
        JsonValue root = JsonParser.Parse(Text, out _)!;

        JsonValue value = root.Find("a/b")!.Items[1].Find("~")!;

        Assert.Equal("/a~1b/1/~0", value.Pointer.ToString());
        Assert.Equal(Text.IndexOf("\"~\"", StringComparison.Ordinal), value.Offset);
        Assert.Equal(Text.IndexOf('1', StringComparison.Ordinal), root.Find("a/b")!.Items[0].Offset);
        Assert.Equal(["a/b", "1", "~"], JsonPointer.Parse("/a~1b/1/~0").Segments);
    }

    /// <summary>System.Text.Json is the oracle for 20,000 texts with random errors.</summary>
    [Fact]
    public void The_parser_accepts_the_same_texts_as_the_library()
    {
        const string Seed = "{\"a\":[1,-2.5e+3,true,false,null,\"x\\n\\u00e4\",{}],\"b\":{\"c\":[],\"d\":\"\\\"\"},\"e\":0}";
        const string Characters = "{}[],:\"\\ 0123456789-+.eEtrufalsn/\n\tbx\u00e4";
        var random = new Random(20261129);
        for (int run = 0; run < 20_000; run++)
        {
            char[] text = Seed.ToCharArray();
            for (int errors = random.Next(1, 4); errors > 0; errors--)
            {
                text[random.Next(text.Length)] = Characters[random.Next(Characters.Length)];
            }

            string json = new(text);
            JsonValue? value = JsonParser.Parse(json, out InvalidJson? error);

            Assert.True(IsRead(json) == (error is null || error.Message.Contains("twice", StringComparison.Ordinal)), $"{json}: {error}");
            Assert.Equal(error is null, value is not null);
        }
    }

    private static bool IsRead(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
