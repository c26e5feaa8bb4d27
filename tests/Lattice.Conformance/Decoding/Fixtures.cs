using System.Text.Json;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Decoding;

/// <summary>Stripe's example resources.</summary>
internal sealed class Fixtures(JsonElement root)
{
    public static Fixtures Load(string path) => new(JsonElement.Parse(File.ReadAllText(path)));

    /// <summary>Returns the examples of a resource, or those of its union cases if it is a union without an example.</summary>
    public IEnumerable<(string Id, JsonElement Json)> Find(string? resourceId, Shape response)
    {
        bool hasExample = resourceId is not null && root.Find("resources", resourceId) is not null;
        IEnumerable<string> ids = response is UnionShape union && !hasExample
            ? union.Cases.Select(unionCase => unionCase.Name)
            : [resourceId ?? ""];
        foreach (string id in ids)
        {
            if (root.Find("resources", id) is { } json)
            {
                yield return (id, json);
            }
        }
    }
}
