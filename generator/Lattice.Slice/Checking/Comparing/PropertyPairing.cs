using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Finds out which properties of two versions of a class are the same.</summary>
internal static class PropertyPairing
{
    /// <summary>
    /// Finds the other version of each property: the one with the same name in the specification, otherwise the one with the same name in
    /// C#.
    /// </summary>
    /// <returns>The pairs, in the order of the names in the specification.</returns>
    public static IEnumerable<(Property? Old, Property? New)> Find(
        EquatableArray<Property> old, EquatableArray<Property> @new, TypePair types)
    {
        Dictionary<string, Property> before = old.ToDictionary(property => property.WireName, StringComparer.Ordinal);
        Dictionary<string, Property> after = @new.ToDictionary(property => property.WireName, StringComparer.Ordinal);
        Dictionary<string, Property> added = after.Values.Where(property => !before.ContainsKey(property.WireName))
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        Dictionary<Property, Property> renamed = before.Values
            .Where(property => added.ContainsKey(property.Name) && types.Locations.New.FindProperty(property.WireName) is null)
            .ToDictionary(property => added[property.Name]);
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(name => (Old: before.GetValueOrDefault(name), New: after.GetValueOrDefault(name)))
            .Where(pair => pair.New is not null || !renamed.ContainsValue(pair.Old!))
            .Select(pair => pair.Old is null ? (renamed.GetValueOrDefault(pair.New!), pair.New) : pair);
    }
}
