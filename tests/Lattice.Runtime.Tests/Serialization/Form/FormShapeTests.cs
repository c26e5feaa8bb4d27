namespace Lattice.Stripe.Tests.Serialization.Form;

/// <summary>How objects, lists and maps are written in brackets.</summary>
public sealed class FormShapeTests
{
    private static readonly Dictionary<string, (ThingParams Given, string Expected)> s_cases = new()
    {
        ["nothing set"] = (new(), ""),
        ["an empty map"] = (new() { Metadata = [] }, ""),
        ["an empty object"] = (new() { Child = new() }, ""),
        ["objects without fields within each other"] = (new() { Child = new() { Child = new() } }, ""),
        ["an empty text"] = (new() { Text = "" }, "text="),
        ["an object"] = (new() { Child = new() { Text = "eventually_due" } }, "child[text]=eventually_due"),
        ["an object in an object"] = (new() { Child = new() { Child = new() { Number = 1 } } }, "child[child][number]=1"),
        ["a field behind an object"] = (new() { Child = new() { Text = "a" }, Texts = ["b"] }, "child[text]=a&texts[0]=b"),
        ["an empty text in an object"] = (new() { Child = new() { Text = "" } }, "child[text]="),
        ["a list"] = (new() { Texts = ["a", "b"] }, "texts[0]=a&texts[1]=b"),
        ["a list with a null"] = (new() { Texts = ["a", null, "c"] }, "texts[0]=a&texts[1]=&texts[2]=c"),
        ["a list with an empty text"] = (new() { Texts = ["", "b"] }, "texts[0]=&texts[1]=b"),
        ["a list of one null"] = (new() { Texts = [null] }, "texts[0]="),
        ["an empty list"] = (new() { Texts = [] }, ""),
        ["a field behind an empty list"] = (new() { Texts = [], Metadata = new() { ["k"] = "v" } }, "metadata[k]=v"),
        ["a list in an object"] = (new() { Child = new() { Texts = ["a"] } }, "child[texts][0]=a"),
        ["an empty list in an object"] = (new() { Child = new() { Texts = [] } }, ""),
        ["a list of enums"] = (new() { Kinds = [Kind.Known, new("x y")] }, "kinds[0]=known&kinds[1]=x+y"),
        ["a list of an enum without a text"] = (new() { Kinds = [default, Kind.Known] }, "kinds[0]=&kinds[1]=known"),
        ["an empty list of enums"] = (new() { Kinds = [] }, ""),
        ["a list of objects"] = (
            new() { Children = [new() { Text = "bar" }, new() { Text = "baz" }] }, "children[0][text]=bar&children[1][text]=baz"),
        ["a list of objects of several fields"] = (
            new() { Children = [new() { Text = "a", Number = 1 }, new() { Flag = false }] },
            "children[0][text]=a&children[0][number]=1&children[1][flag]=false"),
        ["an empty list of objects"] = (new() { Children = [] }, ""),
        ["a null among objects"] = (new() { Children = [null, new() { Text = "b" }] }, "children[0]=&children[1][text]=b"),
        ["an object without fields among objects"] = (
            new() { Children = [new() { Text = "a" }, new(), new() { Text = "c" }] },
            "children[0][text]=a&children[1]=&children[2][text]=c"),
        ["an object in a list that holds only an object without fields"] = (new() { Children = [new() { Child = new() }] }, "children[0]="),
        ["lists in lists of objects"] = (
            new() { Children = [new() { Texts = ["a"], Children = [new() { Texts = [] }] }] },
            "children[0][texts][0]=a&children[0][children][0]="),
        ["empty lists in the elements of a list"] = (
            new() { Children = [new() { Texts = [] }, new() { Kinds = [], Text = "b" }, new() { Children = [] }] },
            "children[0]=&children[1][text]=b&children[2]="),
        ["a map"] = (new() { Metadata = new() { ["#"] = "1 2 3", ["bar&baz"] = "" } }, "metadata[%23]=1+2+3&metadata[bar%26baz]="),
        ["a map with a null"] = (new() { Metadata = new() { ["k"] = null, ["l"] = "v" } }, "metadata[k]=&metadata[l]=v"),
        ["a cleared map"] = (new() { Metadata = Clearable.Clear }, "metadata="),
        ["a map in a list"] = (
            new() { Children = [new() { Metadata = new() { ["k"] = "v" } }] },
            "children[0][metadata][k]=v"),
        ["an empty map in a list"] = (new() { Children = [new() { Metadata = [] }] }, "children[0]="),
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_shape_is_written_in_brackets(string name) =>
        Assert.Equal(s_cases[name].Expected, await Caller.EncodeAsync(s_cases[name].Given));

    [Fact]
    public async Task Fields_keep_the_order_in_which_the_parameters_write_them()
    {
        var parameters = new ThingParams
        {
            Metadata = new() { ["z"] = "1", ["a"] = "2" },
            Children = [new() { Flag = true, Text = "t" }],
            Texts = ["x"],
            Number = 1,
            Text = "first",
        };

        Assert.Equal(
            "text=first&number=1&texts[0]=x&children[0][text]=t&children[0][flag]=true&metadata[z]=1&metadata[a]=2",
            await Caller.EncodeAsync(parameters));
    }

    [Fact]
    public async Task A_cleared_value_is_a_name_without_a_value()
    {
        var nested = new WrittenParams((ref form) => form.WriteEmpty("note"u8));
        WrittenParams[] list = [nested];
        var parameters = new WrittenParams((ref form) =>
        {
            form.WriteEmpty("note"u8);
            form.WriteObject("child"u8, nested);
            form.WriteObjects("list"u8, list);
        });

        Assert.Equal("note=&child[note]=&list[0][note]=", await Caller.EncodeAsync(parameters));
    }

    [Fact]
    public async Task Indices_may_have_several_digits()
    {
        string expected = string.Join('&', Enumerable.Range(0, 1_001).Select(i => $"texts[{i}]=v{i}"));

        Assert.Equal(expected, await Caller.EncodeAsync(new ThingParams { Texts = [.. Enumerable.Range(0, 1_001).Select(i => $"v{i}")] }));
    }

    [Fact]
    public async Task Nesting_may_be_deep()
    {
        const int Depth = 300;
        var parameters = new ThingParams { Text = "leaf" };
        for (int i = 0; i < Depth; i++)
        {
            parameters = new ThingParams { Child = parameters, Number = i };
        }

        string body = await Caller.EncodeAsync(parameters);

        string leaf = "child" + string.Concat(Enumerable.Repeat("[child]", Depth - 1)) + "[text]=leaf";
        Assert.Contains(leaf, body.Split('&'));
        Assert.Equal(Depth + 1, body.Split('&').Length);
    }

    [Fact]
    public async Task No_parameters_are_an_empty_form()
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync(parameters: null);

        Assert.Equal("", caller.Sent.Body);
        Assert.Equal("0", caller.Sent.Header("Content-Length"));
        Assert.Equal("application/x-www-form-urlencoded", caller.Sent.Header("Content-Type"));
    }
}
