using System.Text;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization.Form;

/// <summary>The application/x-www-form-urlencoded serializer of the WHATWG URL Standard, over UTF-8.</summary>
public sealed class FormPercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a b&c", "a+b%26c")]
    [InlineData("+foo?", "%2Bfoo%3F")]
    [InlineData("[éàü]", "%5B%C3%A9%C3%A0%C3%BC%5D")]
    [InlineData("100%", "100%25")]
    [InlineData("https://example.com/a?b=c#d", "https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc%23d")]
    [InlineData("*-._", "*-._")]
    [InlineData("~!'()", "%7E%21%27%28%29")]
    [InlineData("\0\t\r\n\u007f", "%00%09%0D%0A%7F")]
    [InlineData("%41", "%2541")]
    [InlineData("€", "%E2%82%AC")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("👩‍💻", "%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB")]
    [InlineData("\uFEFFx", "%EF%BB%BFx")]
    public async Task A_value_is_percent_encoded(string value, string expected) =>
        Assert.Equal($"text={expected}", await Caller.EncodeAsync(new ThingParams { Text = value }));

    // Not in attributes, because metadata is stored as UTF-8, which has no lone surrogates.
    public static TheoryData<int[], string> LoneSurrogates => new()
    {
        { [0xD83D], "%EF%BF%BD" },
        { [0xDE00], "%EF%BF%BD" },
        { ['a', 0xD83D, 'b'], "a%EF%BF%BDb" },
        { ['a', 0xDE00, 'b'], "a%EF%BF%BDb" },
        { ['a', 0xD83D], "a%EF%BF%BD" },
        { [0xDE00, 0xD83D], "%EF%BF%BD%EF%BF%BD" },
        { [0xD83D, 0xD83D, 0xDE00], "%EF%BF%BD%F0%9F%98%80" },
        { [0xD83D, ' '], "%EF%BF%BD+" },
    };

    [Theory]
    [MemberData(nameof(LoneSurrogates))]
    public async Task A_lone_surrogate_becomes_the_replacement_character(int[] units, string expected)
    {
        string value = string.Concat(units.Select(unit => (char)unit));

        Assert.Equal($"text={expected}", await Caller.EncodeAsync(new ThingParams { Text = value }));
    }

    [Fact]
    public async Task Every_ASCII_character_is_encoded_as_in_the_standard()
    {
        string all = string.Concat(Enumerable.Range(0, 128).Select(c => (char)c));
        string expected = string.Concat(all.Select(c => char.IsAsciiLetterOrDigit(c) || "*-._".Contains(c, StringComparison.Ordinal)
            ? c.ToString()
            : c == ' ' ? "+" : $"%{(int)c:X2}"));

        Assert.Equal($"text={expected}", await Caller.EncodeAsync(new ThingParams { Text = all }));
    }

    [Theory]
    [InlineData('a', "a")]
    [InlineData(' ', "+")]
    [InlineData('é', "%C3%A9")]
    public async Task A_long_value_is_written_completely(char unit, string encoded)
    {
        // Around the sizes at which pooled memory, in powers of two, is replaced by a larger one.
        foreach (int length in new[] { 505, 506, 507, 508, 1023, 1024, 1025, 300_000 })
        {
            await Combination.TestAsync($"{length} characters", async () =>
            {
                var expected = new StringBuilder("text=").Insert(5, encoded, length).Append("&flag=true");

                Assert.Equal(
                    expected.ToString(), await Caller.EncodeAsync(new ThingParams { Text = new string(unit, length), Flag = true }));
            });
        }
    }

    [Theory]
    [InlineData("#", "%23")]
    [InlineData("bar&baz", "bar%26baz")]
    [InlineData("a[b]", "a%5Bb%5D")]
    [InlineData("a=b", "a%3Db")]
    [InlineData("a b", "a+b")]
    [InlineData("", "")]
    [InlineData("ключ", "%D0%BA%D0%BB%D1%8E%D1%87")]
    public async Task A_key_of_a_map_cannot_leave_its_brackets(string key, string expected)
    {
        var parameters = new ThingParams { Metadata = new() { [key] = "v" } };

        Assert.Equal($"metadata[{expected}]=v", await Caller.EncodeAsync(parameters));
    }
}
