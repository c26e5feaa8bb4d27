using Lattice.Slice.Output;

namespace Lattice.Slice.Tests.Output;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("", "` `")]
    [InlineData("a`b", "`a'b`")]
    [InlineData("a\u001b[31m\nb", @"`a\u001b[31m\u000ab`")]
    [InlineData("a\u202eb\u2028c", @"`a\u202eb\u2028c`")]
    [InlineData("{old}", "`{old}`")]
    public void Text_of_a_specification_is_escaped(string text, string expected) => Assert.Equal(expected, CodeText.Quote(text));

    [Fact]
    public void A_long_text_is_truncated_between_characters()
    {
        string quoted = CodeText.Quote(new string('a', 239) + "😀" + new string('b', 100));

        Assert.Equal($"`{new string('a', 239)}…`", quoted);
    }
}
