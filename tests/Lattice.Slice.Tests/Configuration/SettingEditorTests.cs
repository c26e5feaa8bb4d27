using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Configuration;

/// <summary>Settings of locations in slice.json.</summary>
public class SettingEditorTests
{
    private const string A = "/components/schemas/a";
    private const string B = "/components/schemas/a/properties/b";

    /// <summary>Layouts of slice.json.</summary>
    public static TheoryData<string> Texts =>
    [
        "{\n  \"operations\": [\n  ]\n}\n",
        "{\r\n\t\"operations\": [],\r\n\t\"descriptions\": { \"/info\": \"Ours\" }\r\n}",
        "{\"operations\":[]}",
        "{ \"operations\" : [ ] ,\n\n  \"descriptions\":{\"/info\":\"Ours\"} }",
        "{\n  \"names\": {},\n  \"expand\": [],\n  \"operations\": []\n}",
        "{\n  \"operations\": [],\n  \"names\": { },\n  \"expand\": [ ]\n}",
        "{\n  \"operations\": [],\n  \"names\": {\n  },\n  \"expand\": [\n  ]\n}",
        "{\n  \"operations\": [],\n  \"names\": {\n    \"/z\": \"Z\"\n  },\n  \"expand\": [ \"/z\" ]\n}",
        "{\n  \"operations\": [],\n  \"names\": { \"/z\": \"Z\", \"/a\": \"Y\" },\n  \"expand\": [\"/z\",\"/a\"]\n}",
        "{\n  \"operations\": [],\n  \"names\": { \"/components/schemas/a\": { \"/properties/c\": \"C\" } }\n}",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_set_can_be_removed_to_the_byte(string text)
    {
        using var folder = new SliceFolder(text);
        var original = SliceFiles.Load(folder.ConfigurationPath);
        (string Section, string Location, object? Value)[] settings =
        [
            ("names", A, "First"), ("names", B, "Second"), ("sensitive", B, true), ("expand", B, null), ("expand", A, null),
        ];

        SliceFiles set = settings.Aggregate(original, (files, setting) => files.Set(setting.Section, setting.Location, setting.Value));
        SliceFiles removed = settings.Reverse().Aggregate(set, (files, setting) => files.Unset(setting.Section, setting.Location));

        Assert.Equal(("First", "Second"), (set.Configuration.Names[A], set.Configuration.Names[B]));
        Assert.True(set.Configuration.Sensitive[B]);
        Assert.Equal([A, B], set.Configuration.Expand.Intersect([A, B]).Order(StringComparer.Ordinal));
        Assert.Equal(text, Encoding.UTF8.GetString(removed.Text));
    }

    [Fact]
    public void A_new_section_has_the_layout_of_the_file_and_its_place_in_the_schema()
    {
        using var folder = new SliceFolder("""
            {
              "$schema": "./slice.schema.json",
              "operations": [
              ],
              "descriptions": {
                "/info": "Ours."
              }
            }
            """);

        SliceFiles set = SliceFiles.Load(folder.ConfigurationPath).Set("names", B, "Bee").Set("names", A, "Ay").Set("expand", A);

        Assert.Equal(
            """
            {
              "$schema": "./slice.schema.json",
              "operations": [
              ],
              "expand": [
                "/components/schemas/a"
              ],
              "names": {
                "/components/schemas/a": "Ay",
                "/components/schemas/a/properties/b": "Bee"
              },
              "descriptions": {
                "/info": "Ours."
              }
            }
            """, Encoding.UTF8.GetString(set.Text));
    }

    [Theory]
    [InlineData("""{ "operations": [], "names": { "/a": "X", "/b": "Z" } }""", """{ "operations": [], "names": { "/a": "Y", "/b": "Z" } }""")]
    [InlineData("""{ "operations": [], "names": { "/a": { "": "X" } } }""", """{ "operations": [], "names": { "/a": { "": "Y" } } }""")]
    public void A_setting_replaces_another_one_of_the_location(string text, string expected)
    {
        using var folder = new SliceFolder(text);

        SliceFiles set = SliceFiles.Load(folder.ConfigurationPath).Set("names", "/a", "Y");

        Assert.Equal(expected, Encoding.UTF8.GetString(set.Text));
    }

    [Fact]
    public void The_location_of_a_group_is_a_key_in_it()
    {
        using var folder = new SliceFolder("""{ "operations": [], "names": { "/a": { "/b": "Z" } } }""");

        SliceFiles set = SliceFiles.Load(folder.ConfigurationPath).Set("names", "/a", "Y");

        Assert.Equal("""{ "operations": [], "names": { "/a": { "": "Y", "/b": "Z" } } }""", Encoding.UTF8.GetString(set.Text));
    }

    [Fact]
    public void Removing_one_setting_of_a_group_keeps_the_others()
    {
        using var folder = new SliceFolder("""{ "operations": [], "names": { "/a": { "": "X", "/b": "Z" } } }""");

        SliceFiles removed = SliceFiles.Load(folder.ConfigurationPath).Unset("names", "/a");

        Assert.Equal("""{ "operations": [], "names": { "/a": { "/b": "Z" } } }""", Encoding.UTF8.GetString(removed.Text));
    }
}
