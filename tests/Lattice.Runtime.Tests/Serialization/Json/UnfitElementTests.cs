using System.Text.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>An element that does not fit is kept by itself; the rest of its list, map or page is read.</summary>
public sealed class UnfitElementTests
{
    [Theory]
    [InlineData("""["a",1,"b"]""", "a,b", "tags[1]: 1")]
    [InlineData("""[null,"a"]""", "a", "tags[0]: null")]
    [InlineData("""["a",["b"],{"c":"d"},true,"e",1.5]""", "a,e", """tags[1]: ["b"]; tags[2]: {"c":"d"}; tags[3]: true; tags[5]: 1.5""")]
    [InlineData("[1]", "", "tags[0]: 1")]
    [InlineData("""["\ud800","a"]""", "a", """tags[0]: "\ud800" """)]
    public async Task Only_the_unfit_elements_of_a_list_are_kept_with_their_index_in_the_response(string json, string read, string kept)
    {
        Thing thing = await Caller.DecodeAsync($$"""{"tags":{{json}},"amount":5}""");

        Assert.Equal(read, string.Join(',', thing.Tags));
        Assert.Equal(kept.Trim(), Describe(thing));
        Assert.Equal(5, thing.Amount);
        Assert.DoesNotContain("tags", thing.GetMissingFields());
    }

    [Fact]
    public async Task Each_unfit_element_of_a_long_list_has_its_own_index()
    {
        string[] elements = [.. Enumerable.Range(0, 1_000).Select(index => index % 3 == 0 ? "null" : $"\"{index}\"")];

        Thing thing = await Caller.DecodeAsync($$"""{"tags":[{{string.Join(',', elements)}}]}""");

        Assert.Equal(666, thing.Tags.Count);
        Assert.Equal(Enumerable.Range(0, 334).Select(odd => $"tags[{odd * 3}]"), thing.GetExtraFields().Keys);
    }

    [Theory]
    [InlineData("""{"a":"b","c":1}""", "a=b", "metadata[c]: 1")]
    [InlineData("""{"a":null}""", "", "metadata[a]: null")]
    [InlineData("""{"a":{"b":"c"},"d":"e","f":[1]}""", "d=e", """metadata[a]: {"b":"c"}; metadata[f]: [1]""")]
    [InlineData("""{"a\n[\"]":1,"":2,"\u00e9":3}""", "", "metadata[a\n[\"]]: 1; metadata[]: 2; metadata[é]: 3")]
    [InlineData("""{"\ud800":1}""", "", "metadata[\\ud800]: 1")]
    [InlineData("""{"a":"\udc00"}""", "", """metadata[a]: "\udc00" """)]
    public async Task Only_the_unfit_values_of_a_map_are_kept_with_their_key(string json, string read, string kept)
    {
        Thing thing = await Caller.DecodeAsync($$"""{"metadata":{{json}},"amount":5}""");

        Assert.Equal(read, string.Join(',', thing.Metadata!.Select(entry => $"{entry.Key}={entry.Value}")));
        Assert.Equal(kept.Trim(), Describe(thing));
        Assert.Equal(5, thing.Amount);
    }

    [Fact]
    public async Task Unfit_elements_of_lists_of_enums_and_of_objects_are_kept()
    {
        Thing thing = await Caller.DecodeAsync(
            """{"kinds":["known",17,null,"new"],"owners":[{"name":"x"},"owner_2",{"name":"y"},[],null]}""");

        Assert.Equal(["known", "new"], thing.Kinds!.Select(kind => kind.Value));
        Assert.Equal(["x", "y"], thing.Owners!.Select(owner => owner.Name));
        Assert.Equal("kinds[1]: 17; kinds[2]: null; owners[1]: \"owner_2\"; owners[3]: []; owners[4]: null", Describe(thing));
    }

    [Fact]
    public async Task Unfit_integers_references_and_entries_of_maps_to_integers_are_kept()
    {
        Holder holder = await Holder.DecodeAsync(
            """{"owners":["a",5,{"id":"b","name":"o"},null],"numbers":[1,"2",3.5,4],"counts":{"a":1,"b":"2","c":3},"text":"behind"}""");

        Assert.Equal(["a", "b"], holder.Owners!.Select(owner => owner.Id));
        Assert.Equal([1, 4], holder.Numbers!);
        Assert.Equal([KeyValuePair.Create("a", 1L), KeyValuePair.Create("c", 3L)], holder.Counts!);
        Assert.Equal("behind", holder.Text);
        Assert.Equal("owners[1]: 5; owners[3]: null; numbers[1]: \"2\"; numbers[2]: 3.5; counts[b]: \"2\"", Describe(holder));
    }

    [Fact]
    public async Task Unfit_elements_of_pages_are_kept_and_the_fields_of_the_page_are_read()
    {
        Holder holder = await Holder.DecodeAsync(
            """{"page":{"data":[{"name":"o"},"id_2",null,{"name":"p"}],"object":"list","has_more":false,"url":"/v1/o"}}""");

        Assert.Equal(["o", "p"], holder.Page!.Data.Select(owner => owner.Name));
        Assert.Equal("data[1]: \"id_2\"; data[2]: null", Describe(holder.Page));
        Assert.Empty(holder.Page.GetMissingFields());
        Assert.Empty(holder.GetExtraFields());
    }

    [Fact]
    public async Task Several_lists_and_fields_of_one_object_keep_their_own_names()
    {
        Thing thing = await Caller.DecodeAsync(
            """{"tags":[1,2],"new":true,"kinds":[3],"metadata":{"0":4},"tags":["a",5],"id":6,"tags[0]":"last","":7}""");

        Assert.Equal(
            """tags[0]: "last"; tags[1]: 5; new: true; kinds[0]: 3; metadata[0]: 4; id: 6; : 7""", Describe(thing));
        Assert.Equal(["a"], thing.Tags);
    }

    [Fact]
    public async Task Unfit_elements_and_missing_fields_are_found_together()
    {
        Thing thing = await Caller.DecodeAsync("""{"owners":[{"x":1,"parent":{}},{"parent":{"name":"p","y":2}}]}""");

        Assert.Equal(["id", "amount", "live", "tags", "owner"], thing.GetMissingFields());
        Assert.Equal(["name"], thing.Owners![0].GetMissingFields());
        Assert.Equal("x: 1", Describe(thing.Owners[0]));
        Assert.Equal(["name"], thing.Owners[0].Parent!.GetMissingFields());
        Assert.Equal(["name"], thing.Owners[1].GetMissingFields());
        Assert.Empty(thing.Owners[1].Parent!.GetMissingFields());
        Assert.Equal("y: 2", Describe(thing.Owners[1].Parent!));
    }

    [Fact]
    public async Task Kept_values_outlive_the_call_and_are_parsed_once()
    {
        Thing thing = await Caller.DecodeAsync("""{"tags":["a",{"kept":[1]}],"new":2}""");

        IReadOnlyDictionary<string, JsonElement> extra = thing.GetExtraFields();
        GC.Collect();

        Assert.Equal("""{"kept":[1]}""", extra["tags[1]"].GetRawText());
        Assert.Same(extra, thing.GetExtraFields());
    }

    private static string Describe(StripeObject value) =>
        string.Join("; ", value.GetExtraFields().Select(field => $"{field.Key}: {field.Value.GetRawText()}"));
}
