using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>
/// The loop of every generated reader: a series of checks, each of which reads its field and moves to the next one. Whatever the fields
/// and their order are, each is read once, and a field that no check reads is kept.
/// </summary>
public sealed class FieldReadingTests
{
    private static readonly TimeSpan s_generous = TimeSpan.FromSeconds(30);
    private static readonly string[] s_required = ["a", "b", "c"];

    [Theory]
    [InlineData("""{"a":"1","b":"2","c":"3"}""")]
    [InlineData("""{"a":"1","c":"3","b":"2"}""")]
    [InlineData("""{"b":"2","a":"1","c":"3"}""")]
    [InlineData("""{"b":"2","c":"3","a":"1"}""")]
    [InlineData("""{"c":"3","a":"1","b":"2"}""")]
    [InlineData("""{"c":"3","b":"2","a":"1"}""")]
    [InlineData("""{"c":"0","b":"0","a":"0","c":"3","b":"2","a":"1"}""")]
    [InlineData("""{"a":"0","a":"0","a":"1","b":"0","b":"2","c":"3"}""")]
    [InlineData("""{"\u0061":"1","\u0062":"2","\u0063":"3"}""")]
    [InlineData("""{"\u0063":"3","b":"0","\u0062":"2","a":"0","\u0061":"1"}""")]
    public void Fields_are_read_in_any_order_and_the_last_of_a_name_wins(string json)
    {
        Trio trio = Read(json);

        Assert.Equal(("1", "2", "3"), (trio.A, trio.B, trio.C));
        Assert.Empty(trio.GetExtraFields());
        Assert.Empty(trio.GetMissingFields());
    }

    [Theory]
    [InlineData("""{"x":0,"a":"1","b":"2","c":"3"}""", "x=0")]
    [InlineData("""{"a":"1","x":0,"b":"2","c":"3"}""", "x=0")]
    [InlineData("""{"a":"1","b":"2","c":"3","x":0}""", "x=0")]
    [InlineData("""{"x":0,"y":1,"c":"3","x":2,"b":"2","z":3,"a":"1","y":4}""", "x=2;y=4;z=3")]
    [InlineData("""{"c":"3","x":{"a":"9","b":{"c":"9"}},"b":"2","y":[{"a":"9"}],"a":"1"}""", """x={"a":"9","b":{"c":"9"}};y=[{"a":"9"}]""")]
    [InlineData("""{"a":"1","aa":0,"":1,"b":"2","A":2,"c":"3","c ":3}""", "=1;A=2;aa=0;c =3")]
    [InlineData("""{"":"","a":"1","b":"2","c":"3"}""", "=\"\"")]
    [InlineData("""{"a":"1","b":"2","c":"3","":null}""", "=null")]
    [InlineData("""{"x":null,"c":"3","x":{},"b":"2","x":[],"a":"1"}""", "x=[]")]
    public void Unknown_fields_between_known_ones_are_kept(string json, string extra)
    {
        Trio trio = Read(json);

        Assert.Equal(("1", "2", "3"), (trio.A, trio.B, trio.C));
        Assert.Equal(extra, Describe(trio.GetExtraFields()));
        Assert.Empty(trio.GetMissingFields());
    }

    [Theory]
    [InlineData("{}", "a,b,c", "")]
    [InlineData(" { } ", "a,b,c", "")]
    [InlineData("""{"a":null,"b":null}""", "a,b,c", "")]
    [InlineData("""{"b":"2"}""", "a,c", "")]
    [InlineData("""{"b":2,"a":"1","x":0}""", "b,c", "b=2;x=0")]
    [InlineData("""{"b":"2","b":2}""", "a,b,c", "b=2")]
    [InlineData("""{"b":2,"b":"2"}""", "a,c", "b=2")]
    [InlineData("""{"x":0}""", "a,b,c", "x=0")]
    public void What_an_object_lacks_is_missing(string json, string missing, string extra)
    {
        Trio trio = Read(json);

        Assert.Equal(missing, string.Join(',', trio.GetMissingFields()));
        Assert.Equal(extra, Describe(trio.GetExtraFields()));
    }

    [Fact]
    public void Each_level_keeps_its_own_fields()
    {
        Trio outer = Read(
            """{"x":1,"inner":{"y":2,"inner":{"z":3,"c":"33"},"inner":{},"b":"22","w":4},"a":"1","v":5,"inner2":{"a":"9"},"list":[{"u":6},{"a":"l"},{}],"t":7}""");

        Assert.Equal("""inner2={"a":"9"};t=7;v=5;x=1""", Describe(outer.GetExtraFields()));
        Assert.Equal(["b", "c"], outer.GetMissingFields());
        Assert.Equal("w=4;y=2", Describe(outer.Inner!.GetExtraFields()));
        Assert.Equal(["a", "c"], outer.Inner.GetMissingFields());
        Assert.Equal("22", outer.Inner.B);
        Assert.Empty(outer.Inner.Inner!.GetExtraFields());
        Assert.Equal(["a", "b", "c"], outer.Inner.Inner.GetMissingFields());
        Assert.Equal(["u=6", "", ""], outer.List!.Select(trio => Describe(trio.GetExtraFields())));
        Assert.Equal(["a,b,c", "b,c", "a,b,c"], outer.List!.Select(trio => string.Join(',', trio.GetMissingFields())));
    }

    [Theory]
    [InlineData("""{"":"v"}""", "v", "")]
    [InlineData("""{"x":1,"":"v","y":2}""", "v", "x=1;y=2")]
    [InlineData("""{"":"u","":"v"}""", "v", "")]
    [InlineData("""{"inner":{},"":"v"}""", "v", "")]
    [InlineData("""{"inner":{"":"w"},"x":1}""", null, "x=1")]
    [InlineData("{}", null, "")]
    [InlineData("""{"x":1}""", null, "x=1")]
    public void A_field_may_have_an_empty_name(string json, string? value, string extra)
    {
        Unnamed unnamed = ResponseReading.Read<Unnamed>(json);

        Assert.Equal(value, unnamed.Value);
        Assert.Equal(extra, Describe(unnamed.GetExtraFields()));
    }

    [Fact]
    public void Escaped_names_are_unescaped_at_every_level()
    {
        Trio trio = Read(
            """{"\u0069nner":{"\u0061":"1","\u0078":2,"\"\\\/\n":3},"\u0000":4,"li\u0073t":[{"\u0062":"5"}],"\ud83d\ude00":6}""");

        Assert.Equal("1", trio.Inner!.A);
        Assert.Equal("\"\\/\n=3;x=2", Describe(trio.Inner.GetExtraFields()));
        Assert.Equal("\0=4;😀=6", Describe(trio.GetExtraFields()));
        Assert.Equal("5", Assert.Single(trio.List!).B);
    }

    [Fact]
    public void Every_type_of_value_moves_to_the_next_field()
    {
        // A field follows each value, fit or not, that is checked before or after it.
        string[] values = ["\"t\"", "1", "1.5", "true", "null", "{}", "[]", "{\"id\":\"i\"}", "[{}]", "[1]", "\"\\ud800\"", "1e400"];
        string[] fields =
        [
            "id", "amount", "live", "tags", "owner", "created", "price", "url", "kind", "kinds", "owners", "metadata", "free",
        ];
        foreach (string field in fields)
        {
            foreach (string value in values)
            {
                string json = $$"""{"before":1,"{{field}}":{{value}},"between":2,"{{field}}":{{value}},"after":3}""";

                Thing thing = Within(() => ResponseReading.Read<Thing>(json));

                IEnumerable<string> known = ["before", "between", "after"];
                Assert.Equal(known, thing.GetExtraFields().Keys.Where(name => !name.StartsWith(field, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public void Any_object_is_read_to_its_end_as_a_document_has_it()
    {
        Gen<string> name = Gen.Elements("a", "b", "c", "inner", "list", "x", "", "A", "\\u0061", "\\u0063", "in\\u006eer");
        Gen<string> scalar = Gen.Elements("\"t\"", "\"\\u00e9\"", "1", "null", "true", "[]", "[1,\"a\"]", "\"\"");
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(Arb.From(ObjectOf(name, scalar, levels: 3)), json =>
            {
                using var document = JsonDocument.Parse(json);

                AssertSame(document.RootElement, Within(() => Read(json)), json);
            }));
    }

    [Theory]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":\"1\"")]
    [InlineData("{\"a\":\"1\",")]
    [InlineData("{\"x\":1")]
    [InlineData("{\"x\":{")]
    [InlineData("{\"inner\":{\"x\":1}")]
    [InlineData("{")]
    public void An_object_without_an_end_throws(string json) =>
        Assert.ThrowsAny<JsonException>(() => Within(() => Read(json)));

    private static Trio Read(string json) => ResponseReading.Read<Trio>(json);

    /// <summary>A reader that does not terminate fails the test instead of stopping it.</summary>
    private static T Within<T>(Func<T> read) => Task.Run(read).WaitAsync(s_generous).GetAwaiter().GetResult();

    private static Gen<string> ObjectOf(Gen<string> name, Gen<string> scalar, int levels)
    {
        Gen<string> value = levels == 0
            ? scalar
            : Gen.Frequency(
                (3, scalar),
                (1, ObjectOf(name, scalar, levels - 1)),
                (1, ObjectOf(name, scalar, levels - 1).ArrayOf().Select(objects => $"[{string.Join(',', objects.Take(3))}]")));
        Gen<string> field = from n in name from v in value select $"\"{n}\":{v}";
        return field.ArrayOf().Select(fields => $"{{{string.Join(',', fields.Take(9))}}}");
    }

    /// <summary>Compares with what System.Text.Json reads.</summary>
    private static void AssertSame(JsonElement expected, Trio actual, string json)
    {
        string?[] texts = [null, null, null];
        var extra = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonElement? inner = null;
        JsonElement[]? list = null;
        foreach (JsonProperty field in expected.EnumerateObject())
        {
            JsonElement value = field.Value;
            int known = field.Name is "a" or "b" or "c" ? field.Name[0] - 'a' : -1;
            if (known >= 0)
            {
                texts[known] = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
                KeepUnless(value.ValueKind is JsonValueKind.String or JsonValueKind.Null, field.Name, value);
            }
            else if (field.Name == "inner")
            {
                inner = value.ValueKind == JsonValueKind.Object ? value : null;
                KeepUnless(value.ValueKind is JsonValueKind.Object or JsonValueKind.Null, field.Name, value);
            }
            else if (field.Name == "list")
            {
                list = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;
                KeepUnless(value.ValueKind is JsonValueKind.Array or JsonValueKind.Null, field.Name, value);
                for (int i = 0; i < list?.Length; i++)
                {
                    KeepUnless(list[i].ValueKind == JsonValueKind.Object, $"list[{i}]", list[i]);
                }
            }
            else
            {
                extra[field.Name] = value.GetRawText();
            }
        }

        Assert.Equal((json, texts[0] ?? "", texts[1] ?? "", texts[2] ?? ""), (json, actual.A, actual.B, actual.C));
        Assert.Equal(
            string.Join(',', s_required.Where((_, index) => texts[index] is null)), string.Join(',', actual.GetMissingFields()));
        Assert.Equal(
            string.Join(';', extra.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")),
            Describe(actual.GetExtraFields()));
        Assert.Equal(inner is null, actual.Inner is null);
        if (inner is { } expectedInner)
        {
            AssertSame(expectedInner, actual.Inner!, json);
        }

        JsonElement[]? objects = list?.Where(element => element.ValueKind == JsonValueKind.Object).ToArray();
        Assert.Equal(objects?.Length, actual.List?.Count);
        for (int i = 0; i < objects?.Length; i++)
        {
            AssertSame(objects[i], actual.List![i], json);
        }

        void KeepUnless(bool isFit, string name, JsonElement value)
        {
            if (!isFit)
            {
                extra[name] = value.GetRawText();
            }
        }
    }

    private static string Describe(IReadOnlyDictionary<string, JsonElement> fields) => string.Join(
        ';', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value.GetRawText()}"));

    private sealed class Trio : StripeObject, IJsonReadable<Trio>
    {
        private Trio(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public string A { get; private init; } = "";

        public string B { get; private init; } = "";

        public string C { get; private init; } = "";

        public Trio? Inner { get; private init; }

        public IReadOnlyList<Trio>? List { get; private init; }

        static Trio IJsonReadable<Trio>.Read(ref StripeJsonReader json)
        {
            string? a = null;
            string? b = null;
            string? c = null;
            Trio? inner = null;
            IReadOnlyList<Trio>? list = null;
            while (json.ReadFields())
            {
                if (json.IsField("a"u8))
                {
                    a = json.ReadString();
                }

                if (json.IsField("b"u8))
                {
                    b = json.ReadString();
                }

                if (json.IsField("c"u8))
                {
                    c = json.ReadString();
                }

                if (json.IsField("inner"u8))
                {
                    inner = json.ReadObject<Trio>();
                }

                if (json.IsField("list"u8))
                {
                    list = json.ReadObjects<Trio>();
                }
            }

            AddIfMissing(ref json, "a", a);
            AddIfMissing(ref json, "b", b);
            AddIfMissing(ref json, "c", c);
            return new Trio(ref json) { A = a ?? "", B = b ?? "", C = c ?? "", Inner = inner, List = list };
        }

        private static void AddIfMissing(ref StripeJsonReader json, string name, string? value)
        {
            if (value is null)
            {
                json.AddMissing(nameof(Trio), name);
            }
        }
    }

    private sealed class Unnamed : StripeObject, IJsonReadable<Unnamed>
    {
        private Unnamed(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public string? Value { get; private init; }

        static Unnamed IJsonReadable<Unnamed>.Read(ref StripeJsonReader json)
        {
            string? value = null;
            while (json.ReadFields())
            {
                if (json.IsField(""u8))
                {
                    value = json.ReadString();
                }

                if (json.IsField("inner"u8))
                {
                    _ = json.ReadObject<Unnamed>();
                }
            }

            return new Unnamed(ref json) { Value = value };
        }
    }
}
