namespace Lattice.Spec.Model;

/// <summary>A create of a resource.</summary>
/// <param name="Method">The name of the C# method without <c>Async</c>, such as <c>CreateForAccount</c>.</param>
/// <param name="Route">The path with its placeholders.</param>
/// <param name="Params">The type of the body's parameters; <see langword="null"/> if it takes no body.</param>
/// <param name="Format">How the body is sent.</param>
/// <param name="Server">The address of the operation's own server; <see langword="null"/> if it is where the others are.</param>
/// <param name="ErrorCodes">The codes by which the specification tells the operation's own errors apart.</param>
/// <param name="RequiresParams">Whether the body has a required parameter.</param>
/// <param name="Obsolete">What to use instead, if it is deprecated.</param>
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

/// <summary>How a body is sent.</summary>
internal enum BodyFormat
{
    None,
    Form,
    Json,
    Multipart,
}

/// <param name="Name">Its name in C#.</param>
/// <param name="WireName">Its name in the route.</param>
internal sealed record PathParameter(string Name, string WireName, string Description);
