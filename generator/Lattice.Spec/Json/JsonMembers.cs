using System.Collections;
using System.Runtime.CompilerServices;

namespace Lattice.Spec.Json;

/// <summary>A name and its value in a JSON object.</summary>
/// <param name="Offset">The start of the name, in UTF-16 code units from the start of the text.</param>
internal readonly record struct JsonMember(string Name, JsonValue Value, int Offset);

/// <summary>The members of a JSON object in the order of the text. Names are unique.</summary>
internal sealed class JsonMembers : IReadOnlyList<JsonMember>
{
    public static readonly JsonMembers Empty = new([]);

    // A linear search is faster than a hash up to this count.
    private const int MaxSearched = 12;

    private readonly List<JsonMember> _members;
    private Dictionary<string, JsonValue>? _byName;

    /// <param name="members">The members. The caller must not change the list afterward.</param>
    public JsonMembers(List<JsonMember> members) => _members = members;

    public int Count => _members.Count;

    public JsonMember this[int index] => _members[index];

    [MethodImpl(HotPath.Optimized)]
    public JsonValue? Find(string name)
    {
        if (_members.Count > MaxSearched)
        {
            _byName ??= _members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
            return _byName.TryGetValue(name, out JsonValue? value) ? value : null;
        }

        foreach (JsonMember member in _members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    public IEnumerator<JsonMember> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
