using System.Text.Json.Nodes;

namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Changes specifications for a test.</summary>
internal static class SpecText
{
    /// <summary>
    /// Takes <c>expand</c> out of what the operations take: values that are made up name no field that could be expanded.
    /// </summary>
    public static string WithoutExpand(string spec)
    {
        JsonNode root = JsonNode.Parse(spec)!;
        foreach ((_, JsonNode? path) in root["paths"]!.AsObject())
        {
            foreach ((_, JsonNode? operation) in path!.AsObject())
            {
                if (operation is JsonObject found) RemoveFrom(found["requestBody"]?["content"] as JsonObject ?? []);
            }
        }

        return root.ToJsonString();
    }

    private static void RemoveFrom(JsonObject content)
    {
        foreach ((_, JsonNode? media) in content) (media?["schema"]?["properties"] as JsonObject)?.Remove("expand");
    }
}
