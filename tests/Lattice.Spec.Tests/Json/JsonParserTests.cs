using System.Text.Json;
using Lattice.Spec.Json;

namespace Lattice.Spec.Tests.Json;

/// <summary>The parser takes what RFC 8259 allows, and says where a text is not JSON.</summary>
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
    [InlineData("nul", 0, "a value is expected")]
    [InlineData("nope", 0, "a value is expected, not 'n'")]
    [InlineData("True", 0, "a value is expected, not 'T'")]
    [InlineData("'a'", 0, "a value is expected, not '''")]
    [InlineData("01", 1, "there is '1' behind the end")]
    [InlineData("-", 1, "a digit is expected")]
    [InlineData("1.", 2, "a digit is expected")]
    [InlineData("1e", 2, "a digit is expected")]
    [InlineData("+1", 0, "a value is expected, not '+'")]
    [InlineData(".5", 0, "a value is expected, not '.'")]
    [InlineData("NaN", 0, "a value is expected, not 'N'")]
    [InlineData("1 2", 2, "behind the end")]
    [InlineData("{} }", 3, "behind the end")]
    [InlineData("[1,]", 3, "a value is expected, not ']'")]
    [InlineData("[1 2]", 3, "',' or ']' is expected, not '2'")]
    [InlineData("[1", 2, "',' or ']' is expected")]
    [InlineData("{\"a\":1,}", 7, "a name in quotation marks is expected, not '}'")]
    [InlineData("{a:1}", 1, "a name in quotation marks is expected, not 'a'")]
    [InlineData("{\"a\" 1}", 5, "':' is expected, not '1'")]
    [InlineData("{\"a\":}", 5, "a value is expected, not '}'")]
    [InlineData("{\"a\":1 \"b\":2}", 7, "',' or '}' is expected, not '\"'")]
    [InlineData("{\"a\":1,\"b\":{\"a\":1,\"a\":2}}", 18, "it has the key \"a\" twice")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", 7, "it has the key \"a\" twice")]
    [InlineData("\"a", 2, "a string has no end")]
    [InlineData("\"a\nb\"", 2, "U+000A, which has to be escaped")]
    [InlineData("\"\\x\"", 1, "starts no escape sequence")]
    [InlineData("\"\\u12g4\"", 1, "starts no escape sequence")]
    [InlineData("\"\\ud800\"", 0, "half of a surrogate pair")]
    [InlineData("\"a\\udc00\"", 0, "half of a surrogate pair")]
    [InlineData("{\"\\ud800x\":1}", 1, "half of a surrogate pair")]
    [InlineData("// comment\n1", 0, "a value is expected, not '/'")]
    [InlineData("\u00a01", 0, "the character U+00A0")]
    public void Anything_else_is_refused_at_its_place(string text, int offset, string message)
    {
        JsonValue? value = JsonParser.Parse(text, out InvalidJson? error);

        Assert.Null(value);
        Assert.Equal(offset, error!.Offset);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\": [1, {\"b\": \"c\\n\"}], \"d\": tr")]
    [InlineData("{\"a\": [1, {\"b\": \"c\\n\"}], \"d\": true, \"e\": -1.5e10, \"f\": \"\\u00e4\" }")]
    public void A_text_that_ends_too_early_is_told_from_a_wrong_one(string text)
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
        Assert.Equal(isRead ? null : "it has more than 512 levels", error?.Message);
    }

    [Fact]
    public void A_value_knows_where_it_stands()
    {
        const string Text = "{ \"a/b\": [ 1, { \"~\": \"x\" } ] }";
        JsonValue root = JsonParser.Parse(Text, out _)!;

        JsonValue value = root.Find("a/b")!.Items[1].Find("~")!;

        Assert.Equal("/a~1b/1/~0", value.Pointer.ToString());
        Assert.Equal(Text.IndexOf("\"~\"", StringComparison.Ordinal), value.Offset);
        Assert.Equal(Text.IndexOf('1', StringComparison.Ordinal), root.Find("a/b")!.Items[0].Offset);
        Assert.Equal(["a/b", "1", "~"], JsonPointer.Parse("/a~1b/1/~0").Segments);
    }

    /// <summary>System.Text.Json is the second opinion on 20,000 texts with random faults.</summary>
    [Fact]
    public void It_takes_and_refuses_what_the_library_does()
    {
        const string Seed = "{\"a\":[1,-2.5e+3,true,false,null,\"x\\n\\u00e4\",{}],\"b\":{\"c\":[],\"d\":\"\\\"\"},\"e\":0}";
        const string Characters = "{}[],:\"\\ 0123456789-+.eEtrufalsn/\n\tbx\u00e4";
        var random = new Random(20261129);
        for (int run = 0; run < 20_000; run++)
        {
            char[] text = Seed.ToCharArray();
            for (int faults = random.Next(1, 4); faults > 0; faults--)
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
