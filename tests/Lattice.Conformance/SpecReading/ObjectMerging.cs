namespace Lattice.Conformance.SpecReading;

/// <summary>
/// Merges objects that cannot be distinguished into one. It has all their properties, requires what all of them require, and its enums have
/// the values of all.
/// </summary>
internal static class ObjectMerging
{
    public static ObjectShape Merge(IReadOnlyList<ObjectShape> unionCases) => unionCases.Count == 1
        ? unionCases[0]
        : new ObjectShape(unionCases[0].Name, new(() => MergeProperties(unionCases))) { Merged = unionCases };

    private static List<PropertyShape> MergeProperties(IReadOnlyList<ObjectShape> unionCases) =>
    [
        .. unionCases.SelectMany(unionCase => unionCase.Properties)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First() with
            {
                Shape = MergeShapes([.. group.Select(property => property.Shape)]),
                IsRequired = group.Count() == unionCases.Count && group.All(property => property.IsRequired),
                IsNullable = group.Any(property => property.IsNullable),
            }),
    ];

    private static Shape MergeShapes(IReadOnlyList<Shape> shapes) => shapes switch
    {
        _ when shapes.All(shape => shape is EnumShape) =>
            new EnumShape([.. shapes.Cast<EnumShape>().SelectMany(shape => shape.Values).Distinct(StringComparer.Ordinal)]),
        _ when shapes.All(shape => shape is ObjectShape) => Merge([.. shapes.Cast<ObjectShape>().Distinct()]),
        // A property that is clearable in one object is clearable in the merged one.
        _ when shapes.Any(shape => shape is ClearableShape) =>
            new ClearableShape(MergeShapes([.. shapes.Select(shape => shape is ClearableShape clearable ? clearable.Inner : shape)])),
        _ => shapes[0],
    };
}
