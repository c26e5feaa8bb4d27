using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>Reads the schemas of answers.</summary>
internal sealed class AnswerShapes(Specification spec) : ShapeReader(spec)
{
    protected override Shape ReadObjectWithoutProperties(string name) => new FreeShape();

    protected override Shape ReadChoice(IReadOnlyList<JsonElement> arms, string name)
    {
        // A string beside objects is the id of what has not been expanded. What is not in the file can never be.
        bool hasId = arms.Any(arm => arm.FindText("type") == "string");
        Shape[] others = [.. arms.Where(arm => arm.FindText("type") != "string" && (!hasId || IsResolved(arm))).Select(arm => Read(arm, name))];
        if (!hasId)
        {
            return Unite(others, name);
        }

        return others.Length == 0 ? new TextShape() : new ExpandableShape(Unite(others, name));
    }

    private static Shape Unite(Shape[] shapes, string name)
    {
        if (shapes.Length == 1)
        {
            return shapes[0];
        }

        List<ObjectShape> arms = [];
        foreach (Shape shape in shapes)
        {
            switch (shape)
            {
                case ObjectShape arm:
                    arms.Add(arm);
                    break;
                case UnionShape union:
                    arms.AddRange(union.Arms);
                    break;
                case FreeShape:
                    arms.Add(new ObjectShape("", new(() => [])));
                    break;
                default:
                    return new UnknownShape($"a choice that has {shape}");
            }
        }

        return arms.All(arm => arm.Tag.Object is not null) && arms.DistinctBy(arm => arm.Tag).Count() == arms.Count
            ? new UnionShape(name, arms)
            : ObjectFolding.Fold(arms);
    }
}
