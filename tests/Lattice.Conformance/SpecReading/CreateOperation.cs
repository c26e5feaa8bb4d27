using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

internal enum BodyKind
{
    None,
    Form,
    Json,
    Multipart,
}

/// <summary>A create operation in the specification.</summary>
/// <param name="Body">The request body, or <see langword="null"/> if absent.</param>
/// <param name="Response">The response, or <see langword="null"/> if it is empty or not in the file.</param>
/// <param name="ResourceId">The id of the returned resource.</param>
/// <param name="Server">The address of the server, unless the client sets another one.</param>
internal sealed record CreateOperation(string Path, BodyKind BodyKind, Shape? Body, Shape? Response, string? ResourceId, string Server)
{
    /// <summary>The name in reports.</summary>
    public string Name => $"POST {Path}";

    public IReadOnlyList<string> PathParameters { get; } =
        [.. Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))];

    public static CreateOperation Read(SpecDocument spec, Post post)
    {
        (BodyKind kind, Shape? body) = ReadBody(spec, post);
        JsonElement? response = CreateRules.HasEmptyResponse(post.Operation) ? null : CreateRules.GetResponse(post.Operation);
        string? resource = CreateRules.GetResourceId(spec, post.Operation);
        return new CreateOperation(
            post.Path,
            kind,
            body,
            response is { } schema ? spec.ResponseShapes.Read(schema, resource ?? post.Path) : null,
            resource,
            GetServer(post.Operation.Items("servers").Any() ? post.Operation : post.Item) ?? spec.Server);
    }

    /// <summary>Returns the server of an operation or path, if the API key may be sent to it.</summary>
    private static string? GetServer(JsonElement owner)
    {
        string? url = owner.Items("servers").Select(server => server.FindText("url")).FirstOrDefault();
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps
            && (address.Host == "stripe.com" || address.Host.EndsWith(".stripe.com", StringComparison.Ordinal))
            ? url
            : null;
    }

    private static (BodyKind Kind, Shape? Body) ReadBody(SpecDocument spec, Post post)
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
                return (kind, spec.ParameterShapes.Read(schema, post.Path));
            }
        }

        return (BodyKind.None, null);
    }
}
