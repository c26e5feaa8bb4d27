using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

internal enum BodyKind
{
    None,
    Form,
    Json,
    Multipart,
}

/// <summary>An operation in the specification, as the checks need it.</summary>
/// <param name="BodyKind">The format of the request body. Without one, the parameters are in the query.</param>
/// <param name="Parameters">The parameters outside the path, or <see langword="null"/> if there are none.</param>
/// <param name="Response">The response, or <see langword="null"/> if it is empty or not in the file.</param>
/// <param name="Element">The elements, if the response is a page of a list.</param>
/// <param name="ResourceId">The id of the returned resource, or of the elements of the list.</param>
/// <param name="BinaryType">The media type of a response that is not JSON.</param>
/// <param name="Server">The address of the server, unless the client sets another one.</param>
internal sealed record ApiOperation(
    HttpMethod Method,
    string Path,
    OperationKind Kind,
    BodyKind BodyKind,
    ObjectShape? Parameters,
    Shape? Response,
    Shape? Element,
    string? ResourceId,
    string? BinaryType,
    string Server)
{
    /// <summary>The name in reports.</summary>
    public string Name => $"{Method} {Path}";

    public IReadOnlyList<string> PathParameters { get; } =
        [.. Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))];

    /// <summary>Whether every call has an idempotency key. In API v1 only a POST has one.</summary>
    public bool HasIdempotencyKey =>
        Method == HttpMethod.Post || (Method == HttpMethod.Delete && Path.StartsWith("/v2/", StringComparison.Ordinal));

    public static ApiOperation Read(SpecDocument spec, SpecifiedOperation specified)
    {
        JsonElement operation = specified.Operation;
        (BodyKind kind, ObjectShape? parameters) = ParameterReader.Read(spec, specified);
        JsonElement? schema = OperationRules.HasEmptyResponse(operation) ? null : OperationRules.GetResponse(operation);
        string? resource = OperationRules.GetResourceId(spec, operation);
        Shape? response = schema is null ? null : spec.ResponseShapes.Read(schema.Value, resource ?? specified.Path);
        return new ApiOperation(
            specified.Method,
            specified.Path,
            specified.Kind!.Value,
            kind,
            parameters,
            response,
            OperationRules.GetListElement(spec, operation) is null ? null : FindElement(response),
            resource,
            OperationRules.GetResponse(operation) is null
                ? operation.Find("responses", "200")?.Members("content").Select(content => content.Name).FirstOrDefault()
                : null,
            GetServer(operation.Items("servers").Any() ? operation : specified.Item) ?? spec.Server);
    }

    private static Shape? FindElement(Shape? page) =>
        page is ObjectShape { Properties: var properties }
            && properties.FirstOrDefault(property => property.Name == "data")?.Shape is ListShape list
            ? list.Element
            : null;

    /// <summary>Returns the server of an operation or path, if the API key may be sent to it.</summary>
    private static string? GetServer(JsonElement owner)
    {
        string? url = owner.Items("servers").Select(server => server.FindText("url")).FirstOrDefault();
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps
            && (address.Host == "stripe.com" || address.Host.EndsWith(".stripe.com", StringComparison.Ordinal))
            ? url
            : null;
    }
}
