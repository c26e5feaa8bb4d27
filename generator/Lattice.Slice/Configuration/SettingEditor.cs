using System.Text.Json;

namespace Lattice.Slice.Configuration;

/// <summary>
/// Sets and removes settings of locations in the text of slice.json, and leaves every other byte unchanged. Removing a setting that was
/// added restores the original text, with or without its section.
/// </summary>
internal static class SettingEditor
{
    /// <summary>Sets the value of a location, or adds the location to the section if that is a list.</summary>
    /// <param name="root">slice.json, which has at least one member.</param>
    /// <param name="value">The value, which is serialized; <see langword="null"/> for a list.</param>
    public static byte[] Set(byte[] utf8, JsonSpan root, string section, string location, object? value)
    {
        if (root.Find(section)?.Value is not { } present)
        {
            string first = CreateItem(location, value);
            return AddSection(utf8, root, section, value is null ? ("[", first, "]") : ("{", first, "}"));
        }

        if (value is not null && LocationFinder.FindValue(present, location) is { } former)
        {
            return utf8.Splice(former.Start, former.End, SliceEditor.ToJson(value));
        }

        // The location of a group is an empty key in it.
        (JsonSpan owner, string key) = (present, location);
        while (owner.Find(key)?.Value is { Kind: JsonTokenType.StartObject } group)
        {
            (owner, key) = (group, "");
        }

        return AddItem(utf8, owner, key, CreateItem(key, value));
    }

    /// <summary>
    /// Removes a location that has a setting. A section that has no other setting goes with it, unless it was there before.
    /// </summary>
    public static byte[] Remove(byte[] utf8, JsonSpan root, string section, string location)
    {
        JsonSpanMember member = root.Find(section)!;
        (JsonSpan owner, int index) = FindItem(member.Value, location);
        List<(int Start, int End)> items = GetItems(owner);
        return owner == member.Value && items.Count == 1 && IsOwnSection(utf8, owner, items[0].Start)
            ? RemoveItem(utf8, root, root.Members.ToList().IndexOf(member))
            : RemoveItem(utf8, owner, index);
    }

    private static (JsonSpan Owner, int Index) FindItem(JsonSpan section, string location)
    {
        if (section.Kind == JsonTokenType.StartArray)
        {
            return (section, section.Items.ToList().FindIndex(item => item.Text == location));
        }

        (JsonSpan owner, JsonSpanMember member) = LocationFinder.Find(section, location)!.Value;
        return (owner, owner.Members.ToList().IndexOf(member));
    }

    /// <summary>
    /// Whether <see cref="AddSection"/> may have added the section: there is white space before its first setting. In an empty section
    /// that was there before, <see cref="AddItem"/> leaves none.
    /// </summary>
    private static bool IsOwnSection(byte[] utf8, JsonSpan section, int firstItem) =>
        utf8.AsSpan()[(section.Start + 1)..firstItem].ContainsAny(" \t\r\n"u8);

    /// <summary>Adds a section after those that the schema of slice.json has before it.</summary>
    private static byte[] AddSection(byte[] utf8, JsonSpan root, string name, (string Open, string Item, string Close) section)
    {
        IReadOnlyList<string> before = SliceConfigurationReader.GetKeysBefore(name);
        int index = root.Members.ToList().FindLastIndex(member => before.Contains(member.Name));
        string space = utf8.GetSpaceBefore(root.Members[0].Start);
        int lineStart = space.LastIndexOf('\n') + 1;
        string indent = lineStart > 0 ? space + space[lineStart..] : " ";
        string text = $"\"{name}\": {section.Open}{indent}{section.Item}{(lineStart > 0 ? space : " ")}{section.Close}";
        return InsertItem(utf8, root, index + 1, text);
    }

    /// <summary>Adds a setting to a section: in order if the section is sorted, otherwise at the end.</summary>
    private static byte[] AddItem(byte[] utf8, JsonSpan section, string location, string item)
    {
        List<string> names = section.Kind == JsonTokenType.StartArray
            ? [.. section.Items.Select(other => other.Text!)]
            : [.. section.Members.Select(member => member.Name)];
        if (names.Count == 0)
        {
            return utf8.Splice(section.Start + 1, section.Start + 1, item);
        }

        bool isSorted = names.SequenceEqual(names.Order(StringComparer.Ordinal));
        int index = isSorted ? names.FindIndex(other => string.CompareOrdinal(other, location) > 0) : -1;
        return InsertItem(utf8, section, index < 0 ? names.Count : index, item);
    }

    private static byte[] InsertItem(byte[] utf8, JsonSpan owner, int index, string text)
    {
        List<(int Start, int End)> items = GetItems(owner);
        string before = utf8.GetSpaceBefore(items[0].Start);
        string space = before.Length > 0 ? before : " ";
        return index == 0
            ? utf8.Splice(items[0].Start, items[0].Start, $"{text},{space}")
            : utf8.Splice(items[index - 1].End, items[index - 1].End, $",{space}{text}");
    }

    /// <summary>Removes an item as <see cref="InsertItem"/> and <see cref="AddItem"/> insert it.</summary>
    private static byte[] RemoveItem(byte[] utf8, JsonSpan owner, int index)
    {
        List<(int Start, int End)> items = GetItems(owner);
        return index > 0 ? utf8.Splice(items[index - 1].End, items[index].End, "")
            : items.Count > 1 ? utf8.Splice(items[0].Start, items[1].Start, "")
            : utf8.Splice(owner.Start + 1, items[0].End, "");
    }

    /// <summary>The ranges of the members of an object, or of the items of an array.</summary>
    private static List<(int Start, int End)> GetItems(JsonSpan owner) => owner.Kind == JsonTokenType.StartArray
        ? [.. owner.Items.Select(item => (item.Start, item.End))]
        : [.. owner.Members.Select(member => (member.Start, member.Value.End))];

    private static string CreateItem(string key, object? value) =>
        value is null ? SliceEditor.ToJson(key) : $"{SliceEditor.ToJson(key)}: {SliceEditor.ToJson(value)}";
}
