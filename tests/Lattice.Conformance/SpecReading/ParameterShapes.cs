using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>Reads the schemas of request bodies.</summary>
internal sealed class ParameterShapes(Specification spec) : ShapeReader(spec)
{
    protected override Shape ReadObjectWithoutProperties(string name) => new ObjectShape(name, new(() => []));

    protected override Shape ReadChoice(IReadOnlyList<JsonElement> arms, string name)
    {
        JsonElement[] values = [.. arms.Where(arm => !IsEmptyText(arm))];
        Shape[] shapes = [.. values.Select(arm => Read(arm, name))];
        ObjectShape[] objects = [.. shapes.OfType<ObjectShape>()];
        Shape[] choices = objects.Length > 1
            ? [ObjectFolding.Fold(objects), .. shapes.Where(shape => shape is not ObjectShape)]
            : shapes;

        Shape inner = choices.Length == 1 ? choices[0] : new ChoiceShape(choices);
        return values.Length < arms.Count ? new ClearableShape(inner) : inner;
    }

    // An element of a list cannot be cleared: its empty text is an empty text.
    protected override Shape ReadListElement(JsonElement schema, string name) =>
        Read(schema, name) is var shape && shape is ClearableShape { Inner: TextShape text } ? text : shape;

    private static bool IsEmptyText(JsonElement arm) => arm.Texts("enum").ToArray() is [""];
}
