using Lattice.Spec.Json;

namespace Lattice.Spec.Stripe;

/// <summary>The location of a schema in Stripe's API.</summary>
/// <param name="Owner">The component or the path that contains the schema; <see langword="null"/> if it is elsewhere.</param>
/// <param name="IsInRequest">Whether it is in a request: in a body or a parameter.</param>
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
        string? parameter = FindParameter(schema);
        bool isInRequest = parameter is not null
            || segments is ["components", "requestBodies", ..]
            || segments.Take(start).Contains("requestBody");
        return Create(owner, isInRequest, segments, start + 1, parameter);
    }

    /// <summary>The name of the parameter whose schema contains the schema; <see langword="null"/> if there is none.</summary>
    private static string? FindParameter(JsonValue schema)
    {
        for (JsonValue? value = schema; value is not null; value = value.Parent)
        {
            if (value.Name == "schema" && value.Parent?.Find("in") is not null)
            {
                return value.Parent.Find("name")?.String;
            }
        }

        return null;
    }

    private static SchemaLocation Create(
        string? owner, bool isInRequest, IReadOnlyList<string> segments, int start, string? parameter = null)
    {
        // The name after each keyword "properties". A property can have that name itself.
        List<string> names = parameter is null ? [] : [parameter];
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
