namespace Lattice.Stripe.Tests;

public sealed class PathParametersTests
{
    [Fact]
    public void They_are_a_list_of_texts()
    {
        PathParameters values = ["a", "b"];

        Assert.Equal(2, values.Count);
        Assert.Equal("a", values[0]);
        Assert.Equal("b", values[1]);
        Assert.Equal(["a", "b"], values.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => values[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => values[-1]);
    }

    [Fact]
    public void None_is_the_default()
    {
        PathParameters none = [];

        Assert.Equal(default, none);
        Assert.True(default(PathParameters) is { Count: 0 });
        Assert.Empty(default(PathParameters));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(PathParameters)[0]);
    }

    [Fact]
    public void They_do_not_change_with_the_array_that_they_were_made_from()
    {
        string[] array = ["a"];
        PathParameters values = PathParameters.Create(array);

        array[0] = "b";

        Assert.Equal("a", values[0]);
    }

    [Fact]
    public void Two_are_equal_if_they_hold_the_same_in_the_same_order()
    {
        PathParameters values = ["a", "b"];
        PathParameters same = ["a", string.Concat("b".AsSpan(), "")];
        PathParameters turned = ["b", "a"];
        PathParameters longer = ["a", "b", "c"];

        Assert.True(values == same);
        Assert.True(values.Equals((object)same));
        Assert.Equal(values.GetHashCode(), same.GetHashCode());
        Assert.True(values != turned);
        Assert.True(values != longer);
        Assert.True(values != default);
    }
}
