using Lattice.Conformance.Encoding;

namespace Lattice.Conformance.Tests;

/// <summary>The reference encoder follows the rules for Stripe's form encoding.</summary>
public class FormEncoderTests
{
    [Fact]
    public void An_unset_value_and_an_empty_map_are_omitted()
    {
        Assert.Equal("", FormEncoder.Encode(Values()));
        Assert.Equal("", FormEncoder.Encode(Values(("metadata", Values()))));
    }

    [Fact]
    public void Nested_names_are_in_brackets() => Assert.Equal(
        "collection_options[fields]=eventually_due",
        FormEncoder.Encode(Values(("collection_options", Values(("fields", new EnumValue("eventually_due")))))));

    [Fact]
    public void List_elements_have_indices() =>
        Assert.Equal("expand[0]=a&expand[1]=b", FormEncoder.Encode(Values(("expand", List("a", "b")))));

    [Fact]
    public void Objects_in_a_list_have_indices() => Assert.Equal(
        "list[0][foo]=bar&list[1][foo]=baz",
        FormEncoder.Encode(Values(("list", List(Values(("foo", "bar")), Values(("foo", "baz")))))));

    [Fact]
    public void An_empty_list_is_omitted()
    {
        Assert.Equal("", FormEncoder.Encode(Values(("expand", List()))));
        Assert.Equal("a[c]=1", FormEncoder.Encode(Values(("a", Values(("b", List()), ("c", 1L))))));
    }

    [Fact]
    public void A_cleared_value_is_empty()
    {
        Assert.Equal("key=", FormEncoder.Encode(Values(("key", Cleared.Instance))));
        Assert.Equal("key=", FormEncoder.Encode(Values(("key", ""))));
    }

    [Fact]
    public void Indices_have_no_gaps()
    {
        Assert.Equal("list[0]=a&list[1]=&list[2]=", FormEncoder.Encode(Values(("list", List("a", null, "")))));
        Assert.Equal("list[0]=&list[1][foo]=bar", FormEncoder.Encode(Values(("list", List(Values(), Values(("foo", "bar")))))));
        Assert.Equal(
            "list[0]=&list[1][b]=",
            FormEncoder.Encode(Values(("list", List(Values(("a", List())), Values(("b", Cleared.Instance)))))));
    }

    [Fact]
    public void A_null_in_a_map_is_empty() =>
        Assert.Equal("metadata[k]=", FormEncoder.Encode(Values(("metadata", Values(("k", null))))));

    [Fact]
    public void Scalars_are_independent_of_the_culture()
    {
        Assert.Equal("a=true", FormEncoder.Encode(Values(("a", true))));
        Assert.Equal("a=1.2345", FormEncoder.Encode(Values(("a", 1.2345m))));
        Assert.Equal("a=0.0", FormEncoder.Encode(Values(("a", 0.0m))));
        Assert.Equal("a=0.00001", FormEncoder.Encode(Values(("a", 0.00001m))));
        Assert.Equal(
            "a=1694514615",
            FormEncoder.Encode(Values(("a", new DateTimeOffset(2023, 9, 12, 12, 30, 15, 999, TimeSpan.FromHours(2))))));
    }

    [Theory]
    [InlineData("a b&c", "a+b%26c")]
    [InlineData("+foo?", "%2Bfoo%3F")]
    [InlineData("[éàü]", "%5B%C3%A9%C3%A0%C3%BC%5D")]
    [InlineData("100%", "100%25")]
    [InlineData("*-._~", "*-._%7E")]
    public void Strings_are_encoded_by_the_URL_standard(string text, string encoded) => Assert.Equal(encoded, FormEncoder.Escape(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("a%EF%BF%BDb", FormEncoder.Escape("a\uD800b"));

    [Fact]
    public void Keys_of_a_map_are_fully_encoded() => Assert.Equal(
        "metadata[%23]=1+2+3&metadata[bar%26baz]=",
        FormEncoder.Encode(Values(("metadata", Values(("#", "1 2 3"), ("bar&baz", ""))))));

    private static Dictionary<string, object?> Values(params (string Name, object? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);

    private static List<object?> List(params object?[] elements) => [.. elements];
}
