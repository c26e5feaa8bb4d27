namespace Lattice.Stripe.Tests;

public sealed class PathParametersTests
{
    [Fact]
    public void Path_parameters_are_a_list_of_strings()
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
    public void The_default_has_no_values()
    {
        PathParameters none = [];

        Assert.Equal(default, none);
        Assert.True(default(PathParameters) is { Count: 0 });
        Assert.Empty(default(PathParameters));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(PathParameters)[0]);
    }

    [Fact]
    public void Later_changes_of_the_array_do_not_affect_them()
    {
        string[] array = ["a"];
        PathParameters values = PathParameters.Create(array);

        array[0] = "b";

        Assert.Equal("a", values[0]);
    }

    [Fact]
    public void Two_are_equal_if_they_have_the_same_values_in_the_same_order()
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
