using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Spec.Model;

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

    [Fact]
    public void The_operations_of_a_path_are_next_to_each_other()
    {
        string[] operations = ["POST /v1/a", "GET /v1/a", "DELETE /v1/a/{a}", "POST /v1/a/{a}", "GET /v1/b", "GET /v1/a/{a}"];

        byte[] text = operations.Aggregate("[]"u8.ToArray(), (list, name) => SliceEditor.Insert(list, JsonSpan.Parse(list), name));

        Assert.Equal(
            """["GET /v1/a","POST /v1/a","DELETE /v1/a/{a}","GET /v1/a/{a}","POST /v1/a/{a}","GET /v1/b"]""",
            Encoding.UTF8.GetString(text));
    }

    [Fact]
    public void An_operation_with_a_kind_is_inserted_and_removed()
    {
        byte[] before = "[\n  \"POST /a\",\n  \"POST /c\"\n]"u8.ToArray();

        byte[] after = SliceEditor.Insert(before, JsonSpan.Parse(before), "POST /b", OperationKind.Create);
        JsonSpan edited = JsonSpan.Parse(after);
        byte[] back = SliceEditor.Remove(after, edited, edited.Items[1]);

        Assert.Equal(
            "[\n  \"POST /a\",\n  { \"operation\": \"POST /b\", \"as\": \"create\" },\n  \"POST /c\"\n]",
            Encoding.UTF8.GetString(after));
        Assert.Equal(before, back);
    }

    [Theory]
    [InlineData("{}", "{\"p\": 1}")]
    [InlineData("{ \"x\": 5 }", "{ \"p\": 1, \"x\": 5 }")]
    [InlineData("{\n\t\"x\" : 5\n}", "{\n\t\"p\": 1,\n\t\"x\" : 5\n}")]
    [InlineData("{\r\n  \"a\": 5,\r\n  \"x\": 6\r\n}", "{\r\n  \"a\": 5,\r\n  \"p\": 1,\r\n  \"x\": 6\r\n}")]
    [InlineData("{\"a\":5,\"b\":6}", "{\"a\":5,\"b\":6,\"p\": 1}")]
    [InlineData("{ \"b\": 6, \"x\": 7, \"a\": 5, \"y\": 8 }", "{ \"b\": 6, \"x\": 7, \"a\": 5, \"p\": 1, \"y\": 8 }")]
    [InlineData("{ \"x\": 5, \"p\" : { \"y\": 2 } }", "{ \"x\": 5, \"p\" : 1 }")]
    public void A_member_is_replaced_or_inserted_after_others(string text, string expected)
    {
        byte[] before = Encoding.UTF8.GetBytes(text);

        byte[] after = SliceEditor.Set(before, JsonSpan.Parse(before), "p", "1", "a", "b");

        Assert.Equal(expected, Encoding.UTF8.GetString(after));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\n  \"x\": 5 }")]
    [InlineData("{ \"a\": 5,\n\t\"x\" : 5\n}")]
    [InlineData("{\r\n  \"x\": 5,\r\n\r\n  \"a\": 6\r\n}")]
    public void A_member_that_was_inserted_is_removed_without_a_trace(string text)
    {
        byte[] before = Encoding.UTF8.GetBytes(text);

        byte[] after = SliceEditor.Set(before, JsonSpan.Parse(before), "p", "1", "a");
        JsonSpan edited = JsonSpan.Parse(after);

        Assert.Equal(text, Encoding.UTF8.GetString(SliceEditor.Remove(after, edited, edited.Find("p")!)));
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
