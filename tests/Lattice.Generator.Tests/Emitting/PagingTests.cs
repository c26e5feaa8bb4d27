using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>A list is paged by the id of its elements, if they have one and it is an ordinary string.</summary>
public class PagingTests
{
    private const string Id = "\"id\": { \"type\": \"string\" }";

    private static readonly string s_list = OperationSlice.Make("get", "list", "/v1/widgets", "widget");

    private static string Operations => ShapeFolders.ReadSlice("operations");

    [Theory]
    [InlineData("""{ "type": "string" }""", "static element => element.Id,")]
    [InlineData("""{ "type": "string", "nullable": true }""", "static element => element.Id,")]
    [InlineData("""{ "type": "string", "maxLength": 5000 }""", "static element => element.Id,")]
    [InlineData("""{ "type": "string", "x-lattice-name": "Key" }""", "static element => element.Key,")]
    public void The_property_of_the_id_is_read_by_its_name(string id, string selector) =>
        Assert.Contains(selector, GetText(s_list.Replace(Id, $"\"id\": {id}", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "type": "integer" }""")]
    [InlineData("""{ "type": "boolean" }""")]
    [InlineData("""{ "type": "string", "enum": [ "a", "b" ] }""")]
    [InlineData("""{ "type": "string", "x-lattice-sensitive": true }""")]
    [InlineData("""{ "type": "string", "format": "decimal" }""")]
    [InlineData("""{ "type": "object" }""")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""")]
    [InlineData("""{ "description": "anything" }""")]
    [InlineData("""{ "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/widget" } ] }""")]
    [InlineData("""{ "oneOf": [ { "type": "string" }, { "type": "integer" } ] }""")]
    public void A_list_whose_elements_have_another_id_is_not_paged(string id)
    {
        string text = GetText(s_list.Replace(Id, $"\"id\": {id}", StringComparison.Ordinal));

        Assert.Contains(" ListAsync(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ListAllAsync", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "string", "enum": [ "a" ] }""", "static element => element.Nut?.Id,")]
    [InlineData("""{ "type": "integer" }""", "static element => element.Nut?.Id,")]
    [InlineData("""{ "type": "string", "x-lattice-name": "Key" }""", "static element => element.Bolt?.Key ?? element.Nut?.Id,")]
    public void Each_case_of_a_union_has_its_own_id(string id, string selector)
    {
        string bolt = "\"bolt\": {";
        int index = Operations.IndexOf(bolt, StringComparison.Ordinal);
        Assert.True(index > 0);
        int idIndex = Operations.IndexOf("\"id\": {", index, StringComparison.Ordinal);
        int end = Operations.IndexOf('}', idIndex) + 1;
        string slice = $"{Operations[..idIndex]}\"id\": {id}{Operations[end..]}";

        Assert.Contains(selector, GetText(slice), StringComparison.Ordinal);
    }

    private static string GetText(string slice)
    {
        var harness = new GeneratorHarness(slice);
        GeneratorRunResult result = harness.Run();
        Assert.Empty(harness.Compile());
        return result.GetText();
    }
}
