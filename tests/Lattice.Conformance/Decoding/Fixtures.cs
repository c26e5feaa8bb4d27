using System.Text.Json;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Decoding;

/// <summary>Stripe's example resources.</summary>
internal sealed class Fixtures(JsonElement root)
{
    public static Fixtures Load(string path) => new(JsonElement.Parse(File.ReadAllText(path)));

    /// <summary>Returns the examples of a resource, or those of its union cases if it is a union without an example.</summary>
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
