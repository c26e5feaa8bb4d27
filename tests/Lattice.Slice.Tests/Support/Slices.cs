using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Tests.Support;

/// <summary>Creates slices of the small specification.</summary>
internal static class Slices
{
    public static SliceConfiguration Of(params string[] operations) => new() { Operations = [.. operations] };

    /// <summary>A section of slice.json with locations.</summary>
    public static ImmutableSortedDictionary<string, T> Locations<T>(params (string Location, T Value)[] locations) =>
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, locations.Select(location => KeyValuePair.Create(location.Location, location.Value)));

    public static SliceResult Create(SliceConfiguration configuration, string spec = SmallSpec.Json)
    {
        Specification parsed = SmallSpec.Parse(spec);
        return Slicer.CreateSlice(parsed, configuration);
    }

    public static JsonNode ToJson(this SliceResult result) => JsonNode.Parse(result.Json)!;

    public static JsonNode? At(this SliceResult result, string pointer) => JsonNodes.Find(result.ToJson(), pointer);

    public static JsonNode? Property(this SliceResult result, string schema, string property) =>
        result.At($"/components/schemas/{schema}/properties/{property}");
}
