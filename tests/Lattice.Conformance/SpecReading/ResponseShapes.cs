using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>Reads the schemas of responses.</summary>
internal sealed class ResponseShapes(SpecDocument spec) : ShapeReader(spec)
{
    protected override Shape ReadObjectWithoutProperties(string name) => new FreeShape();

    protected override Shape ReadAnyOf(IReadOnlyList<JsonElement> unionCases, string name)
    {
        // A string next to objects is the id of an object that is not expanded. A schema that is not in the file is never expanded.
        bool hasId = unionCases.Any(unionCase => unionCase.FindText("type") == "string");
        Shape[] others = [.. unionCases
            .Where(unionCase => unionCase.FindText("type") != "string" && (!hasId || IsResolved(unionCase)))
            .Select(unionCase => Read(unionCase, name))];
        if (!hasId)
        {
            return Merge(others, name);
        }

        return others.Length == 0 ? new TextShape() : new ExpandableShape(Merge(others, name));
    }

    private static Shape Merge(Shape[] shapes, string name)
    {
        if (shapes.Length == 1)
        {
            return shapes[0];
        }

        List<ObjectShape> unionCases = [];
        foreach (Shape shape in shapes)
        {
            switch (shape)
            {
                case ObjectShape unionCase:
                    unionCases.Add(unionCase);
                    break;
                case UnionShape union:
                    unionCases.AddRange(union.Cases);
                    break;
                case FreeShape:
                    unionCases.Add(new ObjectShape("", new(() => [])));
                    break;
                default:
                    return new UnknownShape($"a union with {shape}");
            }
        }

        return unionCases.All(unionCase => unionCase.Tag.Object is not null)
            && unionCases.DistinctBy(unionCase => unionCase.Tag).Count() == unionCases.Count
            ? new UnionShape(name, unionCases)
            : ObjectMerging.Merge(unionCases);
    }
}
