using System.Text.Json.Nodes;

namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Compares answers.</summary>
internal static class JsonAssert
{
    /// <summary>Both are the same but for the order of properties, and for nulls, which are as good as absent.</summary>
    public static void Same(string expected, string actual)
    {
        JsonNode left = WithoutNulls(JsonNode.Parse(expected))!;
        JsonNode right = WithoutNulls(JsonNode.Parse(actual))!;
        Assert.True(JsonNode.DeepEquals(left, right), $"Expected {left.ToJsonString()}\nbut was  {right.ToJsonString()}");
    }

    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject source => new JsonObject(source
            .Where(property => property.Value is not null)
            .Select(property => KeyValuePair.Create(property.Key, WithoutNulls(property.Value)))),
        JsonArray source => new JsonArray([.. source.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
