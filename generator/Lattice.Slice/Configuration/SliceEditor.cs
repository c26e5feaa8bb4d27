using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Configuration;

/// <summary>
/// Inserts values into JSON texts and removes them, and leaves every other byte unchanged. Removing a value that was inserted restores
/// the original text.
/// </summary>
internal static class SliceEditor
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a value, without the escapes that JSON does not require.</summary>
    public static string ToJson(object value) => JsonSerializer.Serialize(value, s_options);

    /// <summary>Inserts an operation into an array of operations: in order if the array is sorted, otherwise at the end.</summary>
    /// <param name="kind">The kind to generate it as; <see langword="null"/> if it is what its path looks like.</param>
    public static byte[] Insert(byte[] utf8, JsonSpan list, string name, OperationKind? kind = null)
    {
        string text = ToJson(name);
        string item = kind is null ? text
            : $$"""{ "{{SliceConfigurationReader.Operation}}": {{text}}, "{{SliceConfigurationReader.As}}": "{{kind.Value.GetName()}}" }""";
        List<string> names = [.. list.Items.Select(other => SliceConfigurationReader.FindName(other)!)];
        bool isSorted = names.SequenceEqual(names.Order(OperationName.Order));
        int index = isSorted ? names.FindIndex(other => OperationName.Order.Compare(other, name) > 0) : -1;
        if (list.Items.Count == 0)
        {
            // The white space of an empty array stays after the item.
            ReadOnlySpan<byte> space = utf8.AsSpan()[list.Start..list.End];
            string lineEnd = space.Contains((byte)'\r') ? "\r\n" : "\n";
            string before = space.Contains((byte)'\n') ? lineEnd + GetIndent(utf8, list.End) + "  " : "";
            return utf8.Splice(list.Start + 1, list.Start + 1, before + item);
        }

        return index >= 0
            ? utf8.Splice(list.Items[index].Start, list.Items[index].Start, item + "," + utf8.GetSpaceBefore(list.Items[index].Start))
            : utf8.Splice(list.Items[^1].End, list.Items[^1].End, "," + utf8.GetSpaceBefore(list.Items[0].Start) + item);
    }

    /// <summary>Replaces the value of a member, or inserts the member.</summary>
    /// <param name="json">The new value.</param>
    /// <param name="before">The names of the members that stay before it.</param>
    public static byte[] Set(byte[] utf8, JsonSpan owner, string name, string json, params IReadOnlyList<string> before)
    {
        if (owner.Find(name) is { } present)
        {
            return utf8.Splice(present.Value.Start, present.Value.End, json);
        }

        string text = $"\"{name}\": {json}";
        IReadOnlyList<JsonSpanMember> members = owner.Members;
        int index = 1 + members.ToList().FindLastIndex(member => before.Contains(member.Name));
        (int offset, string inserted) = index < members.Count ? (members[index].Start, text + "," + utf8.GetSpaceBefore(members[index].Start))
            : index > 0 ? (members[^1].Value.End, "," + utf8.GetSpaceBefore(members[^1].Start) + text)
            : (owner.Start + 1, text);
        return utf8.Splice(offset, offset, inserted);
    }

    /// <summary>Removes an item from an array.</summary>
    public static byte[] Remove(byte[] utf8, JsonSpan list, JsonSpan item)
    {
        int index = list.Items.ToList().IndexOf(item);
        return index + 1 < list.Items.Count ? utf8.Splice(item.Start, list.Items[index + 1].Start, "")
            : utf8.Splice(index > 0 ? list.Items[index - 1].End : list.Start + 1, item.End, "");
    }

    /// <summary>Removes a member from an object.</summary>
    public static byte[] Remove(byte[] utf8, JsonSpan owner, JsonSpanMember member)
    {
        int index = owner.Members.ToList().IndexOf(member);
        return index + 1 < owner.Members.Count ? utf8.Splice(member.Start, owner.Members[index + 1].Start, "")
            : index > 0 ? utf8.Splice(owner.Members[index - 1].Value.End, member.Value.End, "")
            : utf8.Splice(owner.Start + 1, owner.End - 1, "");
    }

    /// <summary>The white space at the start of the line.</summary>
    private static string GetIndent(byte[] utf8, int offset)
    {
        int lineStart = 1 + utf8.AsSpan(0, offset).LastIndexOf((byte)'\n');
        string line = Encoding.UTF8.GetString(utf8, lineStart, offset - lineStart);
        return line[..^line.TrimStart().Length];
    }
}
