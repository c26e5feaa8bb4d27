using Lattice.Spec.Model;

namespace Lattice.Generator.Pipeline;

/// <summary>
/// Distributes the types over a fixed number of buckets. The pipeline compares items by position: an added or removed type would
/// move all types after it, and each of them would be written again. With buckets it moves only the types in its own bucket.
/// </summary>
internal static class TypeBuckets
{
    // About six for each type of the full specification, so that few types share one. Empty buckets cost next to nothing.
    private const int Count = 16384;

    public static EquatableArray<EmittedType>[] Distribute(ApiModel model)
    {
        var buckets = new EquatableArray<EmittedType>[Count];
        IEnumerable<EmittedType> types = model.Groups.SelectMany(group => group.Types);
        foreach (IGrouping<int, EmittedType> bucket in types.GroupBy(type => GetIndex(type.Type.Qualified)))
        {
            buckets[bucket.Key] = bucket.OrderBy(type => type.Type.Qualified, StringComparer.Ordinal).ToEquatableArray();
        }

        return buckets;
    }

    /// <summary>FNV-1a, which is the same on all platforms: the order of the files in the assembly depends on it.</summary>
    private static int GetIndex(string name)
    {
        uint hash = name.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));
        return (int)((hash ^ (hash >> 16)) % Count);
    }
}
