using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization.Form;

/// <summary>Unset, cleared and a value are three different things, and unions are sent as what they hold.</summary>
public class FormClearableTests
{
    private static readonly Dictionary<string, (WriteForm Write, string Body)> s_cases = new()
    {
        ["a text, unset"] = ((ref FormWriter form) => form.WriteClearableString("a"u8, default(Clearable<string>)), ""),
        ["a text, null"] = ((ref FormWriter form) => form.WriteClearableString("a"u8, (Clearable<string>)(string?)null), ""),
        ["a text, cleared"] = ((ref FormWriter form) => form.WriteClearableString("a"u8, (Clearable<string>)Clearable.Clear), "a="),
        ["a text, set"] = ((ref FormWriter form) => form.WriteClearableString("a"u8, (Clearable<string>)"b c"), "a=b+c"),
        ["a secret, unset"] = ((ref FormWriter form) => form.WriteClearableSecret("a"u8, default(ClearableSecret)), ""),
        ["a secret, cleared"] = ((ref FormWriter form) => form.WriteClearableSecret("a"u8, (ClearableSecret)Clearable.Clear), "a="),
        ["a secret, set"] = ((ref FormWriter form) => form.WriteClearableSecret("a"u8, (ClearableSecret)"b c"), "a=b+c"),
        ["an integer, unset"] = ((ref FormWriter form) => form.WriteClearableInt64("a"u8, default(Clearable<long>)), ""),
        ["an integer, cleared"] = ((ref FormWriter form) => form.WriteClearableInt64("a"u8, Clearable<long>.Cleared), "a="),
        ["an integer, set to nothing"] = ((ref FormWriter form) => form.WriteClearableInt64("a"u8, (Clearable<long>)0), "a=0"),
        ["a number, unset"] = ((ref FormWriter form) => form.WriteClearableDecimal("a"u8, default(Clearable<decimal>)), ""),
        ["a number, cleared"] = ((ref FormWriter form) => form.WriteClearableDecimal("a"u8, Clearable<decimal>.Cleared), "a="),
        ["a number, set"] = ((ref FormWriter form) => form.WriteClearableDecimal("a"u8, (Clearable<decimal>)1.50m), "a=1.50"),
        ["a boolean, unset"] = ((ref FormWriter form) => form.WriteClearableBoolean("a"u8, default(Clearable<bool>)), ""),
        ["a boolean, cleared"] = ((ref FormWriter form) => form.WriteClearableBoolean("a"u8, Clearable<bool>.Cleared), "a="),
        ["a boolean, set"] = ((ref FormWriter form) => form.WriteClearableBoolean("a"u8, (Clearable<bool>)false), "a=false"),
        ["a time, unset"] = ((ref FormWriter form) => form.WriteClearableUnixTime("a"u8, default(Clearable<DateTimeOffset>)), ""),
        ["a time, cleared"] = ((ref FormWriter form) => form.WriteClearableUnixTime("a"u8, Clearable<DateTimeOffset>.Cleared), "a="),
        ["a time, set"] = (
            (ref FormWriter form) => form.WriteClearableUnixTime("a"u8, (Clearable<DateTimeOffset>)DateTimeOffset.UnixEpoch), "a=0"),
        ["an enum, unset"] = ((ref FormWriter form) => form.WriteClearableEnum("a"u8, default(ClearableEnum<Kind>)), ""),
        ["an enum, cleared"] = ((ref FormWriter form) => form.WriteClearableEnum("a"u8, ClearableEnum<Kind>.Cleared), "a="),
        ["an enum, set"] = ((ref FormWriter form) => form.WriteClearableEnum("a"u8, (ClearableEnum<Kind>)"k"), "a=k"),
        ["an object, unset"] = ((ref FormWriter form) => form.WriteClearableObject("a"u8, default(Clearable<ThingParams>)), ""),
        ["an object, cleared"] = ((ref FormWriter form) => form.WriteClearableObject("a"u8, Clearable<ThingParams>.Cleared), "a="),
        ["an object, set"] = (
            (ref FormWriter form) => form.WriteClearableObject("a"u8, (Clearable<ThingParams>)new ThingParams { Text = "t" }), "a[text]=t"),
        ["a list of integers"] = ((ref FormWriter form) => form.WriteInt64s("a"u8, (IReadOnlyList<long>)[1, -2]), "a[0]=1&a[1]=-2"),
        ["an empty list of integers"] = ((ref FormWriter form) => form.WriteInt64s("a"u8, (IReadOnlyList<long>)[]), ""),
        ["an empty list of integers that clears"] = (
            (ref FormWriter form) => form.WriteInt64s("a"u8, (IReadOnlyList<long>)[], clearsWhenEmpty: true), "a="),
        ["a list of numbers"] = ((ref FormWriter form) => form.WriteDecimals("a"u8, (IReadOnlyList<decimal>)[0.10m]), "a[0]=0.10"),
        ["an empty list of numbers"] = ((ref FormWriter form) => form.WriteDecimals("a"u8, (IReadOnlyList<decimal>)[]), ""),
        ["an empty list of numbers that clears"] = (
            (ref FormWriter form) => form.WriteDecimals("a"u8, (IReadOnlyList<decimal>)[], clearsWhenEmpty: true), "a="),
        ["an empty list of texts that clears"] = (
            (ref FormWriter form) => form.WriteStrings("a"u8, (IReadOnlyList<string?>)[], clearsWhenEmpty: true), "a="),
        ["an empty list of enums that clears"] = (
            (ref FormWriter form) => form.WriteEnums("a"u8, (IReadOnlyList<StripeEnum<Kind>>)[], clearsWhenEmpty: true), "a="),
        ["an empty list of objects that clears"] = (
            (ref FormWriter form) => form.WriteObjects("a"u8, (IReadOnlyList<FormParams?>)[], clearsWhenEmpty: true), "a="),
        ["an unset list that clears when it is empty"] = (
            (ref FormWriter form) => form.WriteStrings("a"u8, (IReadOnlyList<string?>?)null, clearsWhenEmpty: true), ""),
        ["a list with an element that clears when it is empty"] = (
            (ref FormWriter form) => form.WriteStrings("a"u8, (IReadOnlyList<string?>)["b", null], clearsWhenEmpty: true), "a[0]=b&a[1]="),
        ["an empty list in an element of a list"] = (
            (ref FormWriter form) => form.WriteObjects("a"u8, (IReadOnlyList<FormParams?>)[ListOf(clearsWhenEmpty: false), null]),
            "a[0]=&a[1]="),
        ["an empty list that clears in an element of a list"] = (
            (ref FormWriter form) => form.WriteObjects("a"u8, (IReadOnlyList<FormParams?>)[null, ListOf(clearsWhenEmpty: true)]),
            "a[0]=&a[1][list]="),
        ["an empty list in an object"] = ((ref FormWriter form) => form.WriteObject("a"u8, ListOf(clearsWhenEmpty: false)), ""),
        ["an empty list that clears in an object"] = (
            (ref FormWriter form) => form.WriteObject("a"u8, ListOf(clearsWhenEmpty: true)), "a[list]="),
        ["an empty list in an entry of a map"] = (
            (ref FormWriter form) => form.WriteObjectMap("a"u8, new StripeMap<FormParams> { ["k"] = ListOf(clearsWhenEmpty: false) }),
            "a[k]="),
        ["an empty list that clears in an entry of a map"] = (
            (ref FormWriter form) => form.WriteObjectMap("a"u8, new StripeMap<FormParams> { ["k"] = ListOf(clearsWhenEmpty: true) }),
            "a[k][list]="),
        ["a map of objects"] = (
            (ref FormWriter form) => form.WriteObjectMap(
                "a"u8, new StripeMap<ThingParams> { ["x y"] = new() { Number = 1 }, ["z"] = new() }),
            "a[x+y][number]=1&a[z]="),
        ["an empty map of objects"] = ((ref FormWriter form) => form.WriteObjectMap("a"u8, new StripeMap<ThingParams>()), ""),
        ["a cleared map of objects"] = ((ref FormWriter form) => form.WriteObjectMap("a"u8, StripeMap<ThingParams>.Cleared), "a="),
        ["no union"] = ((ref FormWriter form) => form.WriteUnion("a"u8, (FormUnion?)null), ""),
        ["a union of a text"] = ((ref FormWriter form) => form.WriteUnion("a"u8, new Either("now")), "a=now"),
        ["a union, cleared"] = ((ref FormWriter form) => form.WriteUnion("a"u8, new Either("")), "a="),
        ["a union of an integer"] = ((ref FormWriter form) => form.WriteUnion("a"u8, new Either(-5L)), "a=-5"),
        ["a union of a number"] = ((ref FormWriter form) => form.WriteUnion("a"u8, new Either(0.00001m)), "a=0.00001"),
        ["a union of a boolean"] = ((ref FormWriter form) => form.WriteUnion("a"u8, new Either(true)), "a=true"),
        ["a union of a boolean that is false"] = ((ref FormWriter form) => form.WriteUnion("a"u8, new Either(false)), "a=false"),
        ["unions in a list"] = (
            (ref FormWriter form) => form.WriteList(
                "a"u8,
                (IReadOnlyList<FormUnion?>)[new Either("now"), new Either(new ThingParams { Text = "t" }), null],
                (ref FormWriter form, FormUnion? value) => form.WriteValue(value)),
            "a[0]=now&a[1][text]=t&a[2]="),
        ["a union of a time"] = ((ref FormWriter form) => form.WriteUnion("a"u8, new Either(DateTimeOffset.FromUnixTimeSeconds(7))), "a=7"),
        ["a union of an object"] = (
            (ref FormWriter form) => form.WriteUnion("a"u8, new Either(new ThingParams { Text = "t" })), "a[text]=t"),
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_clearable_is_sent_as(string name)
    {
        (WriteForm write, string body) = s_cases[name];

        Assert.Equal(body, await Caller.EncodeAsync(new WrittenParams(write)));
    }

    [Fact]
    public async Task A_union_is_sent_in_the_same_way_in_every_culture()
    {
        using var culture = new CultureScope(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"));

        Assert.Equal("a=-5&b=0.5", await Caller.EncodeAsync(new WrittenParams((ref FormWriter form) =>
        {
            form.WriteUnion("a"u8, new Either(-5L));
            form.WriteUnion("b"u8, new Either(0.5m));
        })));
    }

    [Fact]
    public void A_union_needs_a_value()
    {
        Assert.Throws<ArgumentNullException>(() => new Either((string)null!));
        Assert.Throws<ArgumentNullException>(() => new Either((FormParams)null!));
    }

    [Fact]
    public void The_text_of_a_clearable_does_not_contain_the_value()
    {
        Assert.Equal("Set", ((Clearable<string>)"secret").ToString());
        Assert.Equal("Cleared", Clearable<string>.Cleared.ToString());
        Assert.Equal("Unset", default(Clearable<string>).ToString());
        Assert.DoesNotContain("secret", new Either("secret").ToString(), StringComparison.Ordinal);
        Assert.Equal("1 entries", new StripeMap<string?> { ["secret"] = "secret" }.ToString());
    }

    [Fact]
    public void The_value_of_a_clearable_without_one_throws()
    {
        Assert.Throws<InvalidOperationException>(() => default(Clearable<long>).Value);
        Assert.Throws<InvalidOperationException>(() => Clearable<long>.Cleared.Value);
        Assert.Equal(3, ((Clearable<long>)3).Value);
        Assert.NotEqual(default, Clearable<long>.Cleared);
        Assert.NotEqual((Clearable<long>)0, default);
        Assert.Equal((Clearable<string>)"a", (Clearable<string>)"a");
    }

    private static WrittenParams ListOf(bool clearsWhenEmpty) =>
        new((ref FormWriter form) => form.WriteStrings("list"u8, (IReadOnlyList<string?>)[], clearsWhenEmpty));

    private sealed class Either : FormUnion
    {
        public Either(string value)
            : base(value)
        {
        }

        public Either(long value)
            : base(value)
        {
        }

        public Either(decimal value)
            : base(value)
        {
        }

        public Either(bool value)
            : base(value)
        {
        }

        public Either(DateTimeOffset value)
            : base(value)
        {
        }

        public Either(FormParams value)
            : base(value)
        {
        }
    }

    [Fact]
    public async Task Entries_of_a_cleared_map_are_not_dropped_silently()
    {
        StripeMap<string?> metadata = Clearable.Clear;
        metadata["order"] = "42";

        ArgumentException problem = await Assert.ThrowsAsync<ArgumentException>(
            () => Caller.EncodeAsync(new ThingParams { Metadata = metadata }));

        Assert.Contains("use a new StripeMap", problem.Message, StringComparison.Ordinal);
    }
}
