using Lattice.Spec.Model;

namespace Lattice.Generator.Pipeline;

/// <summary>
/// Distributes the types over a fixed number of buckets. The pipeline tells what has changed by the position of an item:
/// a type more or less would move all behind it, and every one of them would be written anew. So it moves those in its
/// own bucket only.
/// </summary>
internal static class TypeBuckets
{
    // About six for each type of the full specification, so that few have to share; empty ones cost next to nothing.
    private const int Count = 16384;

    public static EquatableArray<EmittedType>[] Distribute(ApiModel model)
    {
        var buckets = new EquatableArray<EmittedType>[Count];
        foreach (IGrouping<int, EmittedType> bucket in model.Groups.SelectMany(group => group.Types).GroupBy(type => GetIndex(type.Type.Qualified)))
        {
            buckets[bucket.Key] = bucket.OrderBy(type => type.Type.Qualified, StringComparer.Ordinal).ToEquatableArray();
        }

        return buckets;
    }

    /// <summary>The same wherever the generator runs (FNV-1a), as the order of the files in the assembly depends on it.</summary>
    private static int GetIndex(string name)
    {
        uint hash = name.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));
        return (int)((hash ^ (hash >> 16)) % Count);
    }
}
