using System.Text.Json;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Decoding;

/// <summary>Stripe's example resources.</summary>
internal sealed class Fixtures(JsonElement root)
{
    public static Fixtures Load(string path) => new(JsonElement.Parse(File.ReadAllText(path)));

    /// <summary>The examples of a resource; for a union that has none, those of its arms.</summary>
    public IEnumerable<(string Id, JsonElement Json)> Find(string resourceId, Shape response)
    {
        IEnumerable<string> ids = root.Find("resources", resourceId) is not null || response is not UnionShape union
            ? [resourceId]
            : union.Cases.Select(unionCase => unionCase.Name);
        foreach (string id in ids)
        {
            if (root.Find("resources", id) is { } json)
            {
                yield return (id, json);
            }
        }
    }
}
