namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>References, pages, maps and lists.</summary>
public class ReferenceDecodingTests
{
    [Fact]
    public async Task A_reference_is_an_id_until_it_is_expanded()
    {
        Holder holder = await Holder.DecodeAsync("""{"owner":"own_1"}""");

        Assert.Equal("own_1", holder.Owner.Id);
        Assert.False(holder.Owner.IsExpanded);
        Assert.Null(holder.Owner.Value);
    }

    [Fact]
    public async Task An_expanded_reference_has_the_object_and_its_id()
    {
        Holder holder = await Holder.DecodeAsync("""{"owner":{"nested":{"id":"no"},"name":"o","id":"own_1"},"text":"behind"}""");

        Assert.Equal("own_1", holder.Owner.Id);
        Assert.True(holder.Owner.IsExpanded);
        Assert.Equal("o", holder.Owner.Value!.Name);
        Assert.Equal("behind", holder.Text);
    }

    [Theory]
    [InlineData("""{"id":"own_1","name":"o"}""", "own_1")]
    [InlineData("""{"name":"o","parent":{"id":"no","name":"p"},"id" : "own_1"}""", "own_1")]
    [InlineData("""{"id":"own_1","name":"o","x":{"id":"no","y":[{"id":"no"}]}}""", "own_1")]
    [InlineData("""{"name":"o","\u0069\u0064":"own_\u0031"}""", "own_1")]
    [InlineData("""{"id":"first","name":"o","id":"last"}""", "last")]
    [InlineData("""{"id":5,"name":"o"}""", "")]
    [InlineData("""{"name":"o","parent":{"id":"no","name":"p"}}""", "")]
    public async Task The_id_of_an_expanded_reference_is_its_own_in_any_position(string json, string id)
    {
        Holder holder = await Holder.DecodeAsync($$"""{"owner":{{json}},"owners":[{{json}},"own_2"],"id":"no","text":"behind"}""");

        Assert.Equal((id, "o"), (holder.Owner.Id, holder.Owner.Value!.Name));
        Assert.Equal([id, "own_2"], holder.Owners!.Select(owner => owner.Id));
        Assert.Equal("behind", holder.Text);
    }

    [Theory]
    [InlineData("""{"owner":null}""", false)]
    [InlineData("""{}""", false)]
    [InlineData("""{"owner":5}""", true)]
    public async Task An_absent_reference_has_no_id(string json, bool isKeptAside)
    {
        Holder holder = await Holder.DecodeAsync(json);

        Assert.Null(holder.Owner.Id);
        Assert.Equal("", holder.Owner.ToString());
        Assert.Equal(isKeptAside, holder.GetExtraFields().ContainsKey("owner"));
    }

    [Fact]
    public async Task A_list_may_mix_ids_and_objects()
    {
        Holder holder = await Holder.DecodeAsync("""{"owners":["a",{"id":"b","name":"o"}]}""");

        Assert.Equal(["a", "b"], holder.Owners!.Select(owner => owner.Id));
        Assert.Equal([false, true], holder.Owners!.Select(owner => owner.IsExpanded));
    }

    [Fact]
    public async Task A_page_has_its_elements_and_its_own_fields()
    {
        Holder holder = await Holder.DecodeAsync(
            """{"page":{"object":"list","data":[{"name":"o"}],"has_more":true,"url":"/v1/o","total_count":5}}""");

        Assert.Equal("o", Assert.Single(holder.Page!.Data).Name);
        Assert.True(holder.Page.HasMore);
        Assert.Equal(("list", "/v1/o"), (holder.Page.Object, holder.Page.Url));
        Assert.Equal(5, holder.Page.TotalCount);
        Assert.Empty(holder.Page.GetMissingFields());
    }

    [Fact]
    public async Task A_page_without_its_fields_is_empty_and_lists_them()
    {
        Holder holder = await Holder.DecodeAsync("""{"page":{}}""");

        Assert.Empty(holder.Page!.Data);
        Assert.Equal(["data", "has_more", "object", "url"], holder.Page.GetMissingFields());
    }

    [Fact]
    public async Task Maps_and_lists_of_integers_are_read()
    {
        Holder holder = await Holder.DecodeAsync("""{"numbers":[1,9007199254740993],"counts":{"a":-1}}""");

        Assert.Equal([1, 9007199254740993], holder.Numbers!);
        Assert.Equal(-1, holder.Counts!["a"]);
    }
}
