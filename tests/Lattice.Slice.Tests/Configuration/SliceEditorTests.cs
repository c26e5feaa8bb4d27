using System.Text;
using Lattice.Slice.Configuration;

namespace Lattice.Slice.Tests.Configuration;

/// <summary>Edits of slice.json that leave every other byte unchanged.</summary>
public class SliceEditorTests
{
    [Theory]
    [InlineData("[]", "[\"b\"]")]
    [InlineData("[ ]", "[\"b\" ]")]
    [InlineData("[\n  ]", "[\n    \"b\"\n  ]")]
    [InlineData("[\r\n  ]", "[\r\n    \"b\"\r\n  ]")]
    [InlineData("[\"a\"]", "[\"a\",\"b\"]")]
    [InlineData("[ \"a\", \"c\" ]", "[ \"a\", \"b\", \"c\" ]")]
    [InlineData("[\n    \"a\",\n    \"c\"\n  ]", "[\n    \"a\",\n    \"b\",\n    \"c\"\n  ]")]
    [InlineData("[\n    \"a\"\n  ]", "[\n    \"a\",\n    \"b\"\n  ]")]
    [InlineData("[\r\n\t\"c\"\r\n]", "[\r\n\t\"b\",\r\n\t\"c\"\r\n]")]
    [InlineData("[ \"c\",   \"a\" ]", "[ \"c\",   \"a\", \"b\" ]")]
    public void An_item_is_inserted_in_the_style_of_its_neighbors_and_removed(string list, string expected)
    {
        byte[] before = Encoding.UTF8.GetBytes(list);

        byte[] after = SliceEditor.Insert(before, JsonSpan.Parse(before), "b");
        JsonSpan edited = JsonSpan.Parse(after);
        byte[] back = SliceEditor.Remove(after, edited, edited.Items.Single(item => item.Text == "b"));

        Assert.Equal(expected, Encoding.UTF8.GetString(after));
        Assert.Equal(list, Encoding.UTF8.GetString(back));
    }

    [Theory]
    [InlineData("a", "{ \"b\": 2, \"c\": 3 }")]
    [InlineData("b", "{ \"a\": 1, \"c\": 3 }")]
    [InlineData("c", "{ \"a\": 1, \"b\": 2 }")]
    public void A_member_is_removed_with_its_comma(string name, string expected)
    {
        byte[] text = """{ "a": 1, "b": 2, "c": 3 }"""u8.ToArray();
        JsonSpan root = JsonSpan.Parse(text);

        Assert.Equal(expected, Encoding.UTF8.GetString(SliceEditor.Remove(text, root, root.Find(name)!)));
    }

    [Fact]
    public void Removing_the_last_member_leaves_an_empty_object()
    {
        byte[] text = "{\n  \"a\": 1\n}"u8.ToArray();
        JsonSpan root = JsonSpan.Parse(text);

        Assert.Equal("{}", Encoding.UTF8.GetString(SliceEditor.Remove(text, root, root.Find("a")!)));
    }
}
