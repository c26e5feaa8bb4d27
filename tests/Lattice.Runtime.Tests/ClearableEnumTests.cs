namespace Lattice.Stripe.Tests;

/// <summary>Unset, cleared and a value are three different things for an open enum, too.</summary>
public sealed class ClearableEnumTests
{
    [Fact]
    public void It_is_unset_by_default()
    {
        ClearableEnum<Kind> unset = default;

        Assert.False(unset.HasValue);
        Assert.False(unset.IsCleared);
        Assert.Equal("Unset", unset.ToString());
        Assert.Throws<InvalidOperationException>(() => unset.Value);
    }

    [Fact]
    public void A_constant_another_string_or_an_enum_sets_it()
    {
        ClearableEnum<Kind> constant = Kind.Known;
        ClearableEnum<Kind> text = "new";
        ClearableEnum<Kind> value = new StripeEnum<Kind>("new");
        StripeEnum<Kind>? optional = "new";
        ClearableEnum<Kind> fromOptional = ClearableEnum<Kind>.FromStripeEnum(optional);

        Assert.True(constant.HasValue);
        Assert.False(constant.IsCleared);
        Assert.Equal(Kind.Known, constant.Value.Value);
        Assert.Equal("new", text.Value.Value);
        Assert.Equal(text, value);
        Assert.Equal(text, fromOptional);
        Assert.Equal(text, ClearableEnum<Kind>.FromString("new"));
        Assert.Equal(text, ClearableEnum<Kind>.FromStripeEnum("new"));
        Assert.Equal("Set", constant.ToString());
    }

    [Fact]
    public void Null_leaves_it_unset()
    {
        ClearableEnum<Kind> text = (string?)null;
        ClearableEnum<Kind> literal = null;
        ClearableEnum<Kind> value = default(StripeEnum<Kind>);

        Assert.Equal(default, text);
        Assert.Equal(default, literal);
        Assert.Equal(default, value);
        Assert.Equal(default, ClearableEnum<Kind>.FromString(null));
        Assert.Equal(default, ClearableEnum<Kind>.FromStripeEnum(null));
    }

    [Fact]
    public void Clear_clears_it()
    {
        ClearableEnum<Kind> cleared = Clearable.Clear;

        Assert.True(cleared.IsCleared);
        Assert.False(cleared.HasValue);
        Assert.Equal("Cleared", cleared.ToString());
        Assert.Equal(ClearableEnum<Kind>.Cleared, cleared);
        Assert.Throws<InvalidOperationException>(() => cleared.Value);
    }

    [Fact]
    public void The_three_states_differ()
    {
        ClearableEnum<Kind> known = Kind.Known;
        ClearableEnum<Kind> same = string.Concat("kno", "wn");
        ClearableEnum<Kind> empty = "";

        Assert.True(known == same);
        Assert.False(known != same);
        Assert.True(known.Equals((object)same));
        Assert.Equal(known.GetHashCode(), same.GetHashCode());
        Assert.True(known != ClearableEnum<Kind>.Cleared);
        Assert.True(known != default);
        Assert.True(empty != default);
        Assert.True(empty != ClearableEnum<Kind>.Cleared);
        Assert.True(default != ClearableEnum<Kind>.Cleared);
        Assert.False(known.Equals((object?)null));
        Assert.False(known.Equals((object)Kind.Known));
    }

    [Fact]
    public void Its_text_does_not_contain_the_value() =>
        Assert.DoesNotContain("hidden", ((ClearableEnum<Kind>)"hidden").ToString(), StringComparison.Ordinal);
}
