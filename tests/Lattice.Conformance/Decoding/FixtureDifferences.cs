using System.Text.Json;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Decoding;

/// <summary>Finds differences between an example and the specification.</summary>
internal static class FixtureDifferences
{
    public static IEnumerable<string> Find(Shape shape, JsonElement json, string path = "")
    {
        switch (shape)
        {
            case ObjectShape expected when json.ValueKind == JsonValueKind.Object:
                return FindInObject(expected, json, path);
            case UnionShape union when FindCase(union, json) is { } unionCase:
                return Find(unionCase, json, path);
            case ExpandableShape { Target: var target } when json.ValueKind == JsonValueKind.Object:
                return Find(target, json, path);
            case ListShape list when json.ValueKind == JsonValueKind.Array:
                return json.EnumerateArray().SelectMany(item => Find(list.Element, item, path + "[]"));
            case MapShape map when json.ValueKind == JsonValueKind.Object:
                return json.EnumerateObject().SelectMany(entry => Find(map.Value, entry.Value, path + "[]"));
            default:
                return ScalarComparison.Fits(shape, json) ? [] : [$"{path} has another type"];
        }
    }

    private static ObjectShape? FindCase(UnionShape union, JsonElement json) =>
        union.Cases.FirstOrDefault(unionCase => unionCase.Tag.Object == json.FindText("object"));

    private static IEnumerable<string> FindInObject(ObjectShape shape, JsonElement json, string path)
    {
        string prefix = path.Length == 0 ? "" : path + ".";
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (shape.Properties.FirstOrDefault(known => known.Name == property.Name) is not { } known)
            {
                yield return $"{prefix}{property.Name} is not in the schema";
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                foreach (string difference in Find(known.Shape, property.Value, prefix + property.Name))
                {
                    yield return difference;
                }
            }
        }

        foreach (PropertyShape property in shape.Properties.Where(property => property is { IsRequired: true, IsNullable: false }))
        {
            if (json.Find(property.Name) is not { } value)
            {
                yield return $"{prefix}{property.Name} is required but absent";
            }
            else if (value.ValueKind == JsonValueKind.Null)
            {
                yield return $"{prefix}{property.Name} is required but null";
            }
        }
    }
}
