namespace Lattice.Conformance.SpecReading;

/// <summary>
/// Folds objects that nothing tells apart into one: it has the properties of all, requires what all require, and its
/// enums know the values of all.
/// </summary>
internal static class ObjectFolding
{
    public static ObjectShape Fold(IReadOnlyList<ObjectShape> arms) => arms.Count == 1
        ? arms[0]
        : new ObjectShape(arms[0].Name, new(() => FoldProperties(arms))) { Folded = arms };

    private static List<PropertyShape> FoldProperties(IReadOnlyList<ObjectShape> arms) =>
    [
        .. arms.SelectMany(arm => arm.Properties)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First() with
            {
                Shape = FoldShapes([.. group.Select(property => property.Shape)]),
                IsRequired = group.Count() == arms.Count && group.All(property => property.IsRequired),
                IsNullable = group.Any(property => property.IsNullable),
            }),
    ];

    private static Shape FoldShapes(IReadOnlyList<Shape> shapes) => shapes switch
    {
        _ when shapes.All(shape => shape is EnumShape) =>
            new EnumShape([.. shapes.Cast<EnumShape>().SelectMany(shape => shape.Values).Distinct(StringComparer.Ordinal)]),
        _ when shapes.All(shape => shape is ObjectShape) => Fold([.. shapes.Cast<ObjectShape>().Distinct()]),
        // What one of the objects can clear, the folded one can.
        _ when shapes.Any(shape => shape is ClearableShape) =>
            new ClearableShape(FoldShapes([.. shapes.Select(shape => shape is ClearableShape clearable ? clearable.Inner : shape)])),
        _ => shapes[0],
    };
}
