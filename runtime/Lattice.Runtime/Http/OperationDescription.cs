namespace Lattice.Stripe.Http;

/// <summary>The part of an operation that the transport needs, without its types of parameters and resource.</summary>
/// <remarks>Its members are fields, because a process that has just started compiles each property that a call needs.</remarks>
internal sealed class OperationDescription(string name, HttpMethod method, RouteTemplate route, string apiVersion)
{
    public readonly string Name = name;

    public readonly HttpMethod Method = method;

    public readonly RouteTemplate Route = route;

    public readonly string ApiVersion = apiVersion;

    // Set by the initializers of the operation only.
    public StripeBodyKind BodyKind;

    public Uri? Server;

    /// <summary>Whether the response is a file, not JSON.</summary>
    public bool ReturnsFile;

    /// <summary>
    /// Adds the parameters to the address; <see langword="null"/> if they are in the body. It is a delegate, so that an app whose operations
    /// all have a body does not contain the code.
    /// </summary>
    public AddQuery? AddQuery;
}
