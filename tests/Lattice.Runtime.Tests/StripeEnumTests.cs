using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Tests;

/// <summary>An open enum is a string with known values as constants.</summary>
public sealed class StripeEnumTests
{
    private const string New = "of_the_future";

    [Fact]
    public void A_string_is_converted()
    {
        StripeEnum<Kind> known = Kind.Known;
        StripeEnum<Kind> added = New;
        StripeEnum<Kind>? optional = New;
        StripeEnum<Kind> fromVariable = string.Concat("kno", "wn");

        Assert.Equal("known", known.Value);
        Assert.Equal(New, added.Value);
        Assert.Equal(New, added.ToString());
        Assert.Equal(New, $"{added}");
        Assert.Equal(added, optional);
        Assert.Equal(known, fromVariable);
        Assert.Equal(known, new StripeEnum<Kind>("known"));
    }

    [Fact]
    public void Null_is_no_value_and_stays_null_only_where_there_may_be_none()
    {
        StripeEnum<Kind>? none = (string?)null;
        StripeEnum<Kind>? literal = null;

        Assert.Null(none);
        Assert.Null(literal);
        Assert.Null(ToOptional(null));
        Assert.Equal("", ToOptional("")!.Value.Value);
        Assert.Throws<ArgumentNullException>(() => (StripeEnum<Kind>)(string)null!);
        Assert.Throws<ArgumentNullException>(() => new StripeEnum<Kind>(null!));

        static StripeEnum<Kind>? ToOptional(string? text) => text;
    }

    [Fact]
    public void The_default_is_empty()
    {
        StripeEnum<Kind> none = default;

        Assert.Equal("", none.Value);
        Assert.Equal("", none.ToString());
        Assert.Equal(none, new StripeEnum<Kind>(""));
        Assert.Equal(none.GetHashCode(), new StripeEnum<Kind>("").GetHashCode());
        Assert.NotEqual(none, Kind.Known);
    }

    [Fact]
    public void Two_values_are_equal_if_their_texts_are()
    {
        StripeEnum<Kind> known = Kind.Known;
        StripeEnum<Kind> copy = string.Concat("kno", "wn");
#pragma warning disable LAT1002 // Another text is another value.
        StripeEnum<Kind> upper = "Known";
#pragma warning restore LAT1002

        Assert.True(known == copy);
        Assert.False(known != copy);
        Assert.True(known.Equals(copy));
        Assert.True(known.Equals((object)copy));
        Assert.Equal(known.GetHashCode(), copy.GetHashCode());
        Assert.False(known == upper);
        Assert.True(known != upper);
        Assert.False(known.Equals((object)"known"));
        Assert.False(known.Equals((object?)null));
        Assert.False(known.Equals((object)new StripeEnum<OtherKind>("known")));
    }

    [Fact]
    public void A_value_is_compared_with_a_constant()
    {
        StripeEnum<Kind> known = "known";

        Assert.True(known == Kind.Known);
        Assert.True(Kind.Known == known);
        Assert.False(known != Kind.Known);
        Assert.True(known != New);
        Assert.True(known.Equals(Kind.Known));
    }

    [Fact]
    public void An_optional_value_is_compared_with_a_constant_and_null()
    {
        StripeEnum<Kind>? known = Kind.Known;
        StripeEnum<Kind>? none = (string?)null;
        StripeEnum<Kind> required = Kind.Known;

        Assert.True(known == Kind.Known);
        Assert.True(Kind.Known == known);
        Assert.False(known != Kind.Known);
        Assert.True(known == required);
        Assert.True(known != null);
        Assert.False(none == Kind.Known);
        Assert.True(none != Kind.Known);
        Assert.True(none == null);
        Assert.True(none is null);
        Assert.True(none != required);
    }

    [Theory]
    [InlineData("known", "it is known")]
    [InlineData("other", "it is the other")]
    [InlineData("of_the_future", "of_the_future is new")]
    [InlineData("", " is new")]
    public void A_switch_uses_the_constants(string text, string expected)
    {
        StripeEnum<OtherKind> kind = text;
        StripeEnum<OtherKind>? optional = text;

        Assert.Equal(expected, Describe(kind.Value));
        Assert.Equal(expected, Describe(optional?.Value));
        Assert.Equal(text == OtherKind.Other, kind is { Value: OtherKind.Other });
        Assert.Equal(text == OtherKind.Other, optional is { Value: OtherKind.Other });
        Assert.Equal("none", Describe(default(StripeEnum<OtherKind>?)?.Value));

        static string Describe(string? value) => value switch
        {
            OtherKind.Known => "it is known",
            OtherKind.Other => "it is the other",
            null => "none",
            _ => $"{value} is new",
        };
    }

    [Fact]
    public void It_can_be_searched_for_with_LINQ()
    {
        IReadOnlyList<StripeEnum<Kind>> list = [Kind.Known, New];
        StripeEnum<Kind>[] array = [Kind.Known, New];
        List<StripeEnum<Kind>> concrete = [Kind.Known, New];
        StripeEnum<Kind>?[] optional = [Kind.Known, null];

        bool[] found =
        [
            list.Contains(Kind.Known),
            list.Contains(New),
            !list.Contains("other"),
            array.Contains(Kind.Known),
            concrete.Contains(Kind.Known),
            optional.Contains(Kind.Known),
            list.Any(kind => kind == Kind.Known),
            new[] { "known", "other" }.Contains(list[0].Value),
        ];

        Assert.DoesNotContain(false, found);
        Assert.Equal(1, list.Count(kind => kind != Kind.Known));
        Assert.Equal([Kind.Known, New], list.Select(kind => kind.Value));
        Assert.Equal(2, list.Concat([Kind.Known]).Distinct().Count());
        Assert.Equal("a", new Dictionary<StripeEnum<Kind>, string> { [Kind.Known] = "a" }[Kind.Known]);
    }

    [Fact]
    public void The_class_with_the_values_has_no_instances_and_its_values_are_constants()
    {
        Assert.True(typeof(Kind).IsAbstract);
        Assert.Empty(typeof(StripeErrorType).GetConstructors());
        Assert.All(typeof(StripeErrorType).GetFields(), field => Assert.True(field.IsLiteral));
    }

    [Fact]
    public void Its_converter_can_be_created_by_code_that_System_Text_Json_generates()
    {
        Type converter = typeof(StripeEnum<Kind>).GetCustomAttribute<JsonConverterAttribute>()!.ConverterType!;

        Assert.True(converter.IsPublic);
        Assert.NotNull(converter.GetConstructor([]));
    }

    [Fact]
    public void System_Text_Json_writes_and_reads_a_string()
    {
        StripeEnum<Kind> added = New;

        Assert.Equal("\"of_the_future\"", JsonSerializer.Serialize(added));
        Assert.Equal("\"\"", JsonSerializer.Serialize(default(StripeEnum<Kind>)));
        Assert.Equal(added, JsonSerializer.Deserialize<StripeEnum<Kind>>("\"of_the_future\""));
        Assert.Equal("é\n", JsonSerializer.Deserialize<StripeEnum<Kind>>(JsonSerializer.Serialize((StripeEnum<Kind>)"é\n")).Value);
    }

    [Fact]
    public void System_Text_Json_writes_and_reads_it_in_every_place()
    {
        var holder = new Holder
        {
            Required = Kind.Known,
            Optional = New,
            List = [Kind.Known, New],
            Optionals = [New, null],
            Map = new() { ["a"] = Kind.Known },
            Any = (StripeEnum<Kind>)Kind.Known,
        };

        string json = JsonSerializer.Serialize(holder);
        Holder read = JsonSerializer.Deserialize<Holder>(json)!;

        Assert.Equal(
            """{"Required":"known","Optional":"of_the_future","List":["known","of_the_future"],"Optionals":["of_the_future",null],"Map":{"a":"known"},"Any":"known"}""",
            json);
        Assert.Equal(holder.Required, read.Required);
        Assert.Equal(holder.Optional, read.Optional);
        Assert.Equal(holder.List, read.List);
        Assert.Equal(holder.Optionals, read.Optionals);
        Assert.Equal(holder.Map, read.Map);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void System_Text_Json_reads_null_only_where_there_may_be_no_value()
    {
        Holder read = JsonSerializer.Deserialize<Holder>("""{"Required":"","Optional":null,"List":[],"Any":null}""")!;

        Assert.Null(read.Optional);
        Assert.Equal("", read.Required.Value);
        Assert.Null(JsonSerializer.Deserialize<StripeEnum<Kind>?>("null"));
        Assert.Equal("null", JsonSerializer.Serialize((StripeEnum<Kind>?)null));
        Assert.Equal("""{"Required":"","Optional":null,"List":[],"Optionals":[],"Map":{},"Any":null}""", JsonSerializer.Serialize(new Holder()));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StripeEnum<Kind>>("null"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder>("""{"Required":null}"""));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("true")]
    [InlineData("{\"Value\":\"known\"}")]
    [InlineData("[\"known\"]")]
    public void System_Text_Json_reads_nothing_but_a_string(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StripeEnum<Kind>>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StripeEnum<Kind>?>(json));
    }

    internal abstract class OtherKind : StripeEnumValues
    {
        public const string Known = "known";
        public const string Other = "other";
    }

    internal sealed class Holder
    {
        public StripeEnum<Kind> Required { get; set; }

        public StripeEnum<Kind>? Optional { get; set; }

        public IReadOnlyList<StripeEnum<Kind>> List { get; set; } = [];

        public List<StripeEnum<Kind>?> Optionals { get; set; } = [];

        public Dictionary<string, StripeEnum<Kind>> Map { get; set; } = [];

        public object? Any { get; set; }
    }

    [Fact]
    public async Task The_default_is_not_sent_in_a_form_and_an_empty_text_is()
    {
        Assert.Equal("", await Caller.EncodeAsync(new ThingParams { Kind = default(StripeEnum<Kind>) }));
        Assert.Equal("kind=", await Caller.EncodeAsync(new ThingParams { Kind = "" }));
    }

    [Fact]
    public void A_clearable_value_can_be_serialized_whatever_its_state()
    {
        string json = System.Text.Json.JsonSerializer.Serialize(new
        {
            Unset = default(Clearable<string>),
            Cleared = ClearableEnum<Kind>.Cleared,
            Secret = ClearableSecret.FromString("secret_value"),
        });

        Assert.DoesNotContain("secret_value", json, StringComparison.Ordinal);
        Assert.Contains("\"IsCleared\":true", json, StringComparison.Ordinal);
    }
}
