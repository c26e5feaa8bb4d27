using Lattice.Stripe.Serialization;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Decoding;

/// <summary>References, pages, maps, and values that are written as strings.</summary>
public class ReferenceDecodingTests
{
    [Fact]
    public async Task A_reference_is_an_id_until_it_is_expanded()
    {
        Holder holder = await DecodeAsync("""{"owner":"own_1"}""");

        Assert.Equal("own_1", holder.Owner.Id);
        Assert.False(holder.Owner.IsExpanded);
        Assert.Null(holder.Owner.Value);
    }

    [Fact]
    public async Task An_expanded_reference_has_the_object_and_its_id()
    {
        Holder holder = await DecodeAsync("""{"owner":{"nested":{"id":"no"},"name":"o","id":"own_1"},"text":"behind"}""");

        Assert.Equal("own_1", holder.Owner.Id);
        Assert.True(holder.Owner.IsExpanded);
        Assert.Equal("o", holder.Owner.Value!.Name);
        Assert.Equal("behind", holder.Text);
    }

    [Theory]
    [InlineData("""{"owner":null}""", false)]
    [InlineData("""{}""", false)]
    [InlineData("""{"owner":5}""", true)]
    public async Task A_reference_that_is_not_there_has_no_id(string json, bool isKeptAside)
    {
        Holder holder = await DecodeAsync(json);

        Assert.Null(holder.Owner.Id);
        Assert.Equal("", holder.Owner.ToString());
        Assert.Equal(isKeptAside, holder.GetExtraFields().ContainsKey("owner"));
    }

    [Fact]
    public async Task A_list_may_mix_ids_and_objects()
    {
        Holder holder = await DecodeAsync("""{"owners":["a",{"id":"b","name":"o"}]}""");

        Assert.Equal(["a", "b"], holder.Owners!.Select(owner => owner.Id));
        Assert.Equal([false, true], holder.Owners!.Select(owner => owner.IsExpanded));
    }

    [Fact]
    public async Task A_list_with_an_element_that_does_not_fit_is_kept_whole()
    {
        Holder holder = await DecodeAsync("""{"owners":["a",5],"numbers":[1,"2"],"counts":{"a":1,"b":"2"},"text":"behind"}""");

        Assert.Null(holder.Owners);
        Assert.Equal("""["a",5]""", holder.GetExtraFields()["owners"].GetRawText());
        Assert.Equal("""[1,"2"]""", holder.GetExtraFields()["numbers"].GetRawText());
        Assert.Equal("""{"a":1,"b":"2"}""", holder.GetExtraFields()["counts"].GetRawText());
        Assert.Equal("behind", holder.Text);
    }

    [Fact]
    public async Task A_page_has_its_elements_and_its_own_fields()
    {
        Holder holder = await DecodeAsync("""{"page":{"object":"list","data":[{"name":"o"}],"has_more":true,"url":"/v1/o","total_count":5}}""");

        Assert.Equal("o", Assert.Single(holder.Page!.Data).Name);
        Assert.True(holder.Page.HasMore);
        Assert.Equal(("list", "/v1/o"), (holder.Page.Object, holder.Page.Url));
        Assert.Equal(5, holder.Page.GetExtraFields()["total_count"].GetInt32());
        Assert.Empty(holder.Page.GetMissingFields());
    }

    [Fact]
    public async Task A_page_without_its_fields_is_empty_and_says_so()
    {
        Holder holder = await DecodeAsync("""{"page":{}}""");

        Assert.Empty(holder.Page!.Data);
        Assert.Equal(["data", "has_more", "object", "url"], holder.Page.GetMissingFields());
    }

    [Fact]
    public async Task Maps_and_lists_of_integers_are_read()
    {
        Holder holder = await DecodeAsync("""{"numbers":[1,9007199254740993],"counts":{"a":-1}}""");

        Assert.Equal([1, 9007199254740993], holder.Numbers!);
        Assert.Equal(-1, holder.Counts!["a"]);
    }

    [Theory]
    [InlineData("\"12.50\"", "12.50", false)]
    [InlineData("\"-0.1\"", "-0.1", false)]
    [InlineData("\"1e3\"", null, true)]
    [InlineData("\"1,5\"", null, true)]
    [InlineData("12", null, true)]
    [InlineData("null", null, false)]
    public async Task A_decimal_that_is_written_as_a_string_is_exact(string json, string? expected, bool isKeptAside)
    {
        Holder holder = await DecodeAsync($$"""{"decimal":{{json}}}""");

        Assert.Equal(expected, holder.Decimal?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(isKeptAside, holder.GetExtraFields().ContainsKey("decimal"));
    }

    [Theory]
    [InlineData("\"9223372036854775807\"", long.MaxValue, false)]
    [InlineData("\"-5\"", -5L, false)]
    [InlineData("\"9223372036854775808\"", null, true)]
    [InlineData("5", null, true)]
    public async Task An_integer_that_is_written_as_a_string_is_read(string json, long? expected, bool isKeptAside)
    {
        Holder holder = await DecodeAsync($$"""{"count":{{json}}}""");

        Assert.Equal(expected, holder.Count);
        Assert.Equal(isKeptAside, holder.GetExtraFields().ContainsKey("count"));
    }

    [Theory]
    [InlineData("\"2026-09-30T12:00:00Z\"", "2026-09-30T12:00:00.0000000+00:00", false)]
    [InlineData("\"2026-09-30T12:00:00.123456+02:00\"", "2026-09-30T12:00:00.1234560+02:00", false)]
    [InlineData("\"yesterday\"", null, true)]
    [InlineData("5", null, true)]
    public async Task A_time_in_RFC_3339_is_read(string json, string? expected, bool isKeptAside)
    {
        Holder holder = await DecodeAsync($$"""{"at":{{json}}}""");

        Assert.Equal(expected, holder.At?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(isKeptAside, holder.GetExtraFields().ContainsKey("at"));
    }

    private static async Task<Holder> DecodeAsync(string json)
    {
        var operation = new StripeOperation<NoParams, Holder>("Holder.Create", HttpMethod.Post, "/v1/h", StripeBodyKind.None, Thing.ApiVersion, Holder.Read);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, ScriptedHandler.Answering(200, json));
        return await operation.SendAsync(client, [], null, null, default);
    }

    private sealed class Holder : StripeResource
    {
        private Holder(ObjectFields fields)
            : base(fields)
        {
        }

        public Expandable<Owner> Owner { get; private init; }

        public IReadOnlyList<Expandable<Owner>>? Owners { get; private init; }

        public StripeList<Owner>? Page { get; private init; }

        public IReadOnlyList<long>? Numbers { get; private init; }

        public IReadOnlyDictionary<string, long>? Counts { get; private init; }

        public decimal? Decimal { get; private init; }

        public long? Count { get; private init; }

        public DateTimeOffset? At { get; private init; }

        public string? Text { get; private init; }

        public static Holder Read(ref StripeJsonReader json)
        {
            Expandable<Owner>? owner = null;
            IReadOnlyList<Expandable<Owner>>? owners = null;
            StripeList<Owner>? page = null;
            IReadOnlyList<long>? numbers = null;
            IReadOnlyDictionary<string, long>? counts = null;
            decimal? number = null;
            long? count = null;
            DateTimeOffset? at = null;
            string? text = null;
            ObjectFields fields = default;
            while (json.ReadField())
            {
                if (json.IsField("owner"u8)) owner = json.ReadExpandable(ref fields, Support.Owner.Read);
                else if (json.IsField("owners"u8)) owners = json.ReadExpandables(ref fields, Support.Owner.Read);
                else if (json.IsField("page"u8)) page = json.ReadPage(ref fields, Support.Owner.Read);
                else if (json.IsField("numbers"u8)) numbers = json.ReadInt64s(ref fields);
                else if (json.IsField("counts"u8)) counts = json.ReadInt64Map(ref fields);
                else if (json.IsField("decimal"u8)) number = json.ReadDecimalText(ref fields);
                else if (json.IsField("count"u8)) count = json.ReadInt64Text(ref fields);
                else if (json.IsField("at"u8)) at = json.ReadDateTime(ref fields);
                else if (json.IsField("text"u8)) text = json.ReadString(ref fields);
                else json.ReadExtra(ref fields);
            }

            return new Holder(fields)
            {
                Owner = owner.GetValueOrDefault(),
                Owners = owners,
                Page = page,
                Numbers = numbers,
                Counts = counts,
                Decimal = number,
                Count = count,
                At = at,
                Text = text,
            };
        }
    }
}
