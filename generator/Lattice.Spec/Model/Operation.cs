namespace Lattice.Spec.Model;

/// <summary>An operation of a resource.</summary>
/// <param name="Method">The name of the C# method without <c>Async</c>, such as <c>CreateForAccount</c>.</param>
/// <param name="HttpMethod">The HTTP method in lowercase, as OpenAPI writes it.</param>
/// <param name="Route">The path with its placeholders.</param>
/// <param name="Result">The type of the response, an object or a page of a list; <see langword="null"/> if it is empty.</param>
/// <param name="Paging">How to get the next page of a list; <see langword="null"/> if there is no way, or no list.</param>
/// <param name="Params">The type of the parameters in the body or the query; <see langword="null"/> if there are none.</param>
/// <param name="Format">The format of the body. Without a body, the parameters are in the query.</param>
/// <param name="Server">The URL of the operation's own server; <see langword="null"/> for the default server.</param>
/// <param name="RequiresParams">Whether a parameter of the body or the query is required.</param>
/// <param name="ErrorCodes">The codes of the operation's own errors.</param>
/// <param name="Obsolete">The message of the <c>[Obsolete]</c> attribute, if the operation is deprecated.</param>
internal sealed record Operation(
    string Method,
    OperationKind Kind,
    string HttpMethod,
    string Route,
    string Description,
    TypeRef? Result,
    Paging? Paging,
    TypeName? Params,
    BodyFormat Format,
    string? Server,
    bool RequiresParams,
    EquatableArray<PathParameter> PathParameters,
    EquatableArray<string> ErrorCodes,
    string? Obsolete);

/// <summary>How to get the next page of a list.</summary>
/// <param name="ElementIds">
/// The expressions for the id of an element, of which the first that is not null counts, such as <c>Id</c> or <c>Card?.Id</c>. It is empty
/// if a page has a token or the address of the next one.
/// </param>
internal sealed record Paging(EquatableArray<string> ElementIds);

/// <summary>The format of a request body.</summary>
internal enum BodyFormat
{
    None,
    Form,
    Json,
    Multipart,
}

/// <param name="Name">The name in C#.</param>
/// <param name="WireName">The name in the route.</param>
internal sealed record PathParameter(string Name, string WireName, string Description);
