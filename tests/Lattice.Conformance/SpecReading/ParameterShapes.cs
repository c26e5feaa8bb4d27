using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>Reads the schemas of request bodies.</summary>
internal sealed class ParameterShapes(SpecDocument spec) : ShapeReader(spec)
{
    protected override Shape ReadObjectWithoutProperties(string name) => new ObjectShape(name, new(() => []));

    protected override Shape ReadAnyOf(IReadOnlyList<JsonElement> unionCases, string name)
    {
        JsonElement[] values = [.. unionCases.Where(unionCase => !IsEmptyText(unionCase))];
        Shape[] shapes = [.. values.Select(unionCase => Read(unionCase, name))];
        ObjectShape[] objects = [.. shapes.OfType<ObjectShape>()];
        Shape[] types = objects.Length > 1
            ? [ObjectMerging.Merge(objects), .. shapes.Where(shape => shape is not ObjectShape)]
            : shapes;

        Shape inner = types.Length == 1 ? types[0] : new AnyOfShape(types);
        return values.Length < unionCases.Count ? new ClearableShape(inner) : inner;
    }

    // An element of a list cannot be cleared: an empty string there is an empty string.
    protected override Shape ReadListElement(JsonElement schema, string name) =>
        Read(schema, name) is var shape && shape is ClearableShape { Inner: TextShape text } ? text : shape;

    private static bool IsEmptyText(JsonElement unionCase) => unionCase.Texts("enum").ToArray() is [""];
}
