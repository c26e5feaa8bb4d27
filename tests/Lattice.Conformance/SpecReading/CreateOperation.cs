using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

internal enum BodyKind
{
    None,
    Form,
    Json,
    Multipart,
}

/// <summary>A create as the specification describes it.</summary>
/// <param name="Body">What it takes; <see langword="null"/> if it takes nothing.</param>
/// <param name="Response">What it answers; <see langword="null"/> if that is nothing or not in the file.</param>
/// <param name="ResourceId">The id of the resource that it answers.</param>
/// <param name="Server">Where it is, unless the client says otherwise.</param>
internal sealed record CreateOperation(string Path, BodyKind BodyKind, Shape? Body, Shape? Response, string? ResourceId, string Server)
{
    /// <summary>The operation as it is named in a report.</summary>
    public string Name => $"POST {Path}";

    public IReadOnlyList<string> PathParameters { get; } =
        [.. Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))];

    public static CreateOperation Read(Specification spec, Post post)
    {
        (BodyKind kind, Shape? body) = ReadBody(spec, post);
        JsonElement? response = CreateRules.HasEmptyResponse(post.Operation) ? null : CreateRules.GetResponse(post.Operation);
        string? resource = CreateRules.GetResourceId(spec, post.Operation);
        return new CreateOperation(
            post.Path,
            kind,
            body,
            response is { } schema ? new ResponseShapes(spec).Read(schema, resource ?? post.Path) : null,
            resource,
            GetServer(post.Operation.Items("servers").Any() ? post.Operation : post.Item) ?? spec.Server);
    }

    /// <summary>The server of its own that an operation or a path has, if it is one that the API key may be sent to.</summary>
    private static string? GetServer(JsonElement owner)
    {
        string? url = owner.Items("servers").Select(server => server.FindText("url")).FirstOrDefault();
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps
            && (address.Host == "stripe.com" || address.Host.EndsWith(".stripe.com", StringComparison.Ordinal))
            ? url
            : null;
    }

    private static (BodyKind Kind, Shape? Body) ReadBody(Specification spec, Post post)
    {
        (BodyKind Kind, string MediaType)[] kinds =
        [
            (BodyKind.Form, "application/x-www-form-urlencoded"),
            (BodyKind.Json, "application/json"),
            (BodyKind.Multipart, "multipart/form-data"),
        ];
        foreach ((BodyKind kind, string mediaType) in kinds)
        {
            if (post.Operation.Find("requestBody", "content", mediaType, "schema") is { } schema)
            {
                return (kind, new ParameterShapes(spec).Read(schema, post.Path));
            }
        }

        return (BodyKind.None, null);
    }
}
