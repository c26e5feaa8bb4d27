using Lattice.Spec.Json;

namespace Lattice.Spec.Stripe;

/// <summary>The location of a schema in Stripe's API.</summary>
/// <param name="Owner">The component or the path that contains the schema; <see langword="null"/> if it is elsewhere.</param>
/// <param name="IsInRequest">Whether it is in a request body.</param>
/// <param name="PropertyPath">The names of the properties down to the schema, separated by dots, such as <c>card.number</c>.</param>
internal readonly record struct SchemaLocation(string? Owner, bool IsInRequest, string PropertyPath)
{
    /// <summary>Reads the location from the schema's JSON Pointer.</summary>
    public static SchemaLocation Of(JsonValue schema)
    {
        IReadOnlyList<string> segments = schema.Pointer.Segments;
        if (segments is ["components", "schemas", var component, ..])
        {
            return Create(component, isInRequest: false, segments, start: 3);
        }

        int start = 0;
        while (start < segments.Count && segments[start] != "schema")
        {
            start++;
        }

        string? owner = segments is ["paths", var path, ..] ? path : null;
        bool isInRequest = segments is ["components", "requestBodies", ..] || segments.Take(start).Contains("requestBody");
        return Create(owner, isInRequest, segments, start + 1);
    }

    private static SchemaLocation Create(string? owner, bool isInRequest, IReadOnlyList<string> segments, int start)
    {
        // The name after each keyword "properties". A property can have that name itself.
        var names = new List<string>();
        for (int i = start; i < segments.Count; i++)
        {
            if (segments[i] == "properties" && i + 1 < segments.Count)
            {
                names.Add(segments[++i]);
            }
        }

        return new SchemaLocation(owner, isInRequest, string.Join(".", names));
    }
}
