using System.Globalization;
using System.Text.Json;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Checking.Places;

/// <summary>A value of a specification and its place, as a JSON Pointer (RFC 6901).</summary>
internal readonly record struct SchemaPlace(string Pointer, JsonElement Value)
{
    /// <summary>The place of a member, or <see langword="null"/> if the value has none of that name.</summary>
    public SchemaPlace? Find(string member) =>
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(member, out JsonElement value)
            ? new SchemaPlace($"{Pointer}/{JsonPointer.Escape(member)}", value)
            : null;

    /// <summary>The place that is reached by the members one after the other.</summary>
    public SchemaPlace? Find(params ReadOnlySpan<string> members)
    {
        SchemaPlace? place = this;
        foreach (string member in members)
        {
            place = place?.Find(member);
        }

        return place;
    }

    /// <summary>The elements of an array; none if it is no array.</summary>
    public IEnumerable<SchemaPlace> GetElements()
    {
        string pointer = Pointer;
        return Value.Items().Select((element, i) => new SchemaPlace($"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}", element));
    }

    /// <summary>The text of a scalar, as the generator reads the values of an enum.</summary>
    public string GetText() => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : Value.GetRawText();
}
