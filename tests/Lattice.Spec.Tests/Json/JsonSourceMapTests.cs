using Lattice.Spec.Json;

namespace Lattice.Spec.Tests.Json;

/// <summary>A JSON Pointer maps to the line and column that a compiler shows.</summary>
public class JsonSourceMapTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("/a", 1, 2)]
    [InlineData("/a/0", 1, 9)]
    [InlineData("/a/1", 2, 4)]
    [InlineData("/a/1/ä", 2, 6)]
    [InlineData("/b", 3, 2)]
    [InlineData("/b/nothing/else", 3, 2)]
    [InlineData("/a/7", 1, 2)]
    [InlineData("/nothing", 0, 0)]
    public void A_pointer_maps_to_the_name_or_the_item(string pointer, int line, int column)
    {
        const string Text = "{\n  \"a\": [ 1,\r\n    { \"ä\": 2 } ],\r  \"b\": {} }";
        JsonSourceMap map = JsonSourceMap.Create(Text, JsonParser.Parse(Text, out _)!);

        Assert.Equal(new LineColumn(line, column), map.Find(JsonPointer.Parse(pointer)));
    }

    [Fact]
    public void An_invalid_text_has_only_the_location_of_the_error()
    {
        const string Text = "{\n  nope }";
        Assert.Null(JsonParser.Parse(Text, out InvalidJson? error));

        Assert.Equal(new LineColumn(1, 2), JsonSourceMap.Create(Text, error!).Find(JsonPointer.Parse("/a/b")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Lines_end_where_the_compiler_ends_them(string lineEnd)
    {
        string text = $"[ \"{(lineEnd[0] > '\u0080' ? lineEnd : "")}\",{(lineEnd[0] > '\u0080' ? "" : lineEnd)} 1 ]";
        JsonSourceMap map = JsonSourceMap.Create(text, JsonParser.Parse(text, out _)!);

        Assert.Equal(1, map.Find(JsonPointer.Parse("/1")).Line);
    }
}
