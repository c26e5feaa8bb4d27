using System.Text.Json.Nodes;

namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Compares JSON responses.</summary>
internal static class JsonAssert
{
    /// <summary>Asserts that both are the same, regardless of the order of properties, and of null properties.</summary>
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
