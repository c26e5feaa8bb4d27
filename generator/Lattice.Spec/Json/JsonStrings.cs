using System.Runtime.CompilerServices;

namespace Lattice.Spec.Json;

/// <summary>Returns the same string for the same short text: a document has few distinct names, each repeated many times.</summary>
internal sealed class JsonStrings
{
    private const int MaxLength = 40;
    private const int Size = 4096;

    // A text replaces the previous one with the same hash.
    private readonly string?[] _table = new string?[Size];

    [MethodImpl(HotPath.Optimized)]
    public string Get(string text, int start, int length)
    {
        if (length == 0 || length > MaxLength)
        {
            return text.Substring(start, length);
        }

        uint hash = 2166136261;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash ^ text[i]) * 16777619);
        }

        ref string? entry = ref _table[(hash ^ (hash >> 16)) % Size];
        if (entry is null || entry.Length != length || string.CompareOrdinal(text, start, entry, 0, length) != 0)
        {
            entry = text.Substring(start, length);
        }

        return entry;
    }
}
