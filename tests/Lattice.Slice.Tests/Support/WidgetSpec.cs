using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Tests.Support;

/// <summary>A specification with one create operation, which each test adjusts.</summary>
internal sealed record WidgetSpec
{
    public const string Post = "/paths/~1v1~1widgets/post";
    public const string Parameters = Post + "/requestBody/content/application~1x-www-form-urlencoded/schema/properties";
    public const string Fields = "/components/schemas/widget/properties";

    public string Version { get; init; } = "2026-09-30.endive";

    public string Path { get; init; } = "/v1/widgets";

    public string Method { get; init; } = "post";

    public string MediaType { get; init; } = "application/x-www-form-urlencoded";

    /// <summary>The properties of the body; without any, there is no body.</summary>
    public string Body { get; init; } = """{ "size": { "type": "string" } }""";

    public string[] RequiredParameters { get; init; } = [];

    public string Response { get; init; } = """{ "object": { "type": "string", "enum": ["widget"] } }""";

    public string[] RequiredFields { get; init; } = ["object"];

    /// <summary>Additional members of the operation.</summary>
    public string Operation { get; init; } = "{}";

    /// <summary>Additional components; one with the name <c>widget</c> replaces the resource.</summary>
    public string Components { get; init; } = "{}";

    /// <summary>The locations of the expandable fields that slice.json includes.</summary>
    public string[] Expand { get; init; } = [];

    public string ToJson()
    {
        JsonObject post = JsonNode.Parse(Operation)!.AsObject();
        post["requestBody"] = Body == "{}" ? null : Content(MediaType, Schema(Body, RequiredParameters));
        post["responses"] ??= new JsonObject();
        post["responses"]!["200"] = Content("application/json", new JsonObject { ["$ref"] = "#/components/schemas/widget" });
        if (post["requestBody"] is null)
        {
            post.Remove("requestBody");
        }

        JsonObject schemas = JsonNode.Parse(Components)!.AsObject();
        if (schemas["widget"] is null)
        {
            JsonObject widget = Schema(Response, RequiredFields);
            widget["x-resourceId"] = "widget";
            schemas["widget"] = widget;
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Widgets", ["version"] = Version },
            ["paths"] = new JsonObject { [Path] = new JsonObject { [Method] = post } },
            ["components"] = new JsonObject { ["schemas"] = schemas },
        }.ToJsonString();
    }

    /// <summary>Compares the slice of the older specification with the newer specification.</summary>
    public static CheckReport Compare(WidgetSpec old, WidgetSpec @new) => Compare(old.ToJson(), @new.ToJson(), new SliceConfiguration
    {
        Operations = [OperationName.Get(old.Method, old.Path)],
        Expand = [.. @new.Expand],
        Sensitive = GetAnnotations<bool>(JsonNode.Parse(@new.ToJson()), "x-lattice-sensitive"),
        Names = GetAnnotations<string>(JsonNode.Parse(@new.ToJson()), "x-lattice-name"),
    });

    public static CheckReport Compare(string old, string @new, SliceConfiguration configuration)
    {
        Specification present = Specification.Parse(Encoding.UTF8.GetBytes(old), "stripe.json");
        Specification newer = Specification.Parse(Encoding.UTF8.GetBytes(@new), "newer.json");
        return SliceCheck.Run(present, configuration, newer);
    }

    /// <summary>A change as tests expect it: the rule as in JSON reports, and the member.</summary>
    public static string Describe(Change change) =>
        $"{JsonNamingPolicy.KebabCaseLower.ConvertName(change.Rule.ToString())} {change.Member}";

    /// <summary>Reads the annotations in the document of a test, for slice.json.</summary>
    private static ImmutableSortedDictionary<string, T> GetAnnotations<T>(JsonNode? json, string keyword)
    {
        IEnumerable<KeyValuePair<string, T>> Find(JsonNode? node, string pointer) => node is not JsonObject element ? []
            : element.SelectMany(member => member.Key == keyword
                ? [KeyValuePair.Create(pointer, member.Value!.GetValue<T>())]
                : Find(member.Value, $"{pointer}/{Lattice.Spec.Json.JsonPointer.Escape(member.Key)}"));

        return Find(json, "").ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static JsonObject Schema(string properties, string[] required) => new()
    {
        ["type"] = "object",
        ["properties"] = JsonNode.Parse(properties),
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
    };

    private static JsonObject Content(string mediaType, JsonObject schema) => new()
    {
        ["description"] = "",
        ["content"] = new JsonObject { [mediaType] = new JsonObject { ["schema"] = schema } },
    };
}
