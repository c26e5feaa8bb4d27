using Lattice.Spec.Model;

namespace Lattice.Generator.Pipeline;

/// <summary>
/// Distributes the groups of types over a fixed number of buckets. The pipeline compares items by position: an added or removed group
/// would move all groups after it, and each of them would be written again. With buckets it moves only the groups in its own bucket.
/// </summary>
internal static class TypeBuckets
{
    // About eight for each group of the full specification, so that few groups share one. Empty buckets cost next to nothing.
    private const int Count = 4096;

    public static EquatableArray<TypeGroup>[] Distribute(ApiModel model)
    {
        var buckets = new EquatableArray<TypeGroup>[Count];
        foreach (IGrouping<int, TypeGroup> bucket in model.Groups.GroupBy(group => GetIndex(GetName(group))))
        {
            buckets[bucket.Key] = bucket.OrderBy(GetName, StringComparer.Ordinal).ToEquatableArray();
        }

        return buckets;
    }

    private static string GetName(TypeGroup group) => group.Types[0].Type.Qualified;

    /// <summary>FNV-1a, which is the same on all platforms: the order of the files in the assembly depends on it.</summary>
    private static int GetIndex(string name)
    {
        uint hash = name.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));
        return (int)((hash ^ (hash >> 16)) % Count);
    }
}
