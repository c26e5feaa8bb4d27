namespace Lattice.Spec.Model;

/// <summary>A create operation of a resource.</summary>
/// <param name="Method">The name of the C# method without <c>Async</c>, such as <c>CreateForAccount</c>.</param>
/// <param name="Route">The path with its placeholders.</param>
/// <param name="Params">The type of the parameters in the body; <see langword="null"/> if there is no body.</param>
/// <param name="Server">The URL of the operation's own server; <see langword="null"/> for the default server.</param>
/// <param name="RequiresParams">Whether the body has a required parameter.</param>
/// <param name="ErrorCodes">The codes of the operation's own errors.</param>
/// <param name="Obsolete">The message of the <c>[Obsolete]</c> attribute, if the operation is deprecated.</param>
internal sealed record Operation(
    string Method,
    string Route,
    string Description,
    TypeName? Params,
    BodyFormat Format,
    string? Server,
    bool RequiresParams,
    EquatableArray<PathParameter> PathParameters,
    EquatableArray<string> ErrorCodes,
    string? Obsolete);

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
