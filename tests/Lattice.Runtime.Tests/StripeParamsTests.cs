using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests;

/// <summary>Parameters may hold bank accounts: their text form names what is set and shows no value.</summary>
public sealed class StripeParamsTests
{
    private static readonly Dictionary<string, (ThingParams Given, string Expected)> s_cases = new()
    {
        ["nothing"] = (new(), "ThingParams { }"),
        ["an empty map"] = (new() { Metadata = [] }, "ThingParams { }"),
        ["values"] = (new() { Text = "hidden", Number = 4242, Flag = true }, "ThingParams { text, number, flag }"),
        ["an empty text"] = (new() { Text = "" }, "ThingParams { text }"),
        ["a list"] = (new() { Texts = ["hidden", "hidden", "hidden"] }, "ThingParams { texts }"),
        ["an empty list"] = (new() { Texts = [] }, "ThingParams { }"),
        ["an object"] = (new() { Child = new() { Text = "hidden", Number = 4242 }, Price = 4242m }, "ThingParams { price, child }"),
        ["a list of objects"] = (new() { Children = [new() { Text = "hidden" }, null, new()] }, "ThingParams { children }"),
        ["a map"] = (new() { Metadata = new() { ["hidden"] = "hidden", ["hidden=&hidden"] = null } }, "ThingParams { metadata }"),
        ["a cleared map"] = (new() { Metadata = Clearable.Clear }, "ThingParams { metadata }"),
        ["a cleared map with entries, which cannot be sent"] = (new() { Metadata = Filled(Clearable.Clear) }, "ThingParams { metadata }"),
        ["one that is nested"] = (new() { Child = new() { Metadata = Filled(Clearable.Clear) } }, "ThingParams { child }"),
        ["values that look like names"] = (new() { Text = "a=b&hidden[c]=d", Flag = false }, "ThingParams { text, flag }"),
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ToString_has_each_name_once_and_no_value(string name) =>
        Assert.Equal(s_cases[name].Expected, s_cases[name].Given.ToString());

    [Fact]
    public void ToString_starts_with_the_name_of_the_type() =>
        Assert.Equal("WrittenParams { note }", new WrittenParams((ref form) => form.WriteEmpty("note"u8)).ToString());

    [Fact]
    public void JSON_parameters_have_the_same_text() => Assert.Equal(
        "JsonMap { metadata }", new JsonMap { Metadata = Filled(Clearable.Clear) }.ToString());

    private static StripeMap<string?> Filled(StripeMap<string?> map)
    {
        map["hidden"] = "hidden";
        return map;
    }

    private sealed class JsonMap : JsonParams
    {
        public StripeMap<string?>? Metadata { get; init; }

        protected override void Write(ref JsonBodyWriter json) => json.WriteStringMap("metadata"u8, Metadata);
    }
}
