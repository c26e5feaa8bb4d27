namespace Lattice.Analyzers.Calls.Clients;

/// <summary>How often the code runs that creates a client.</summary>
internal enum ClientPlace
{
    /// <summary>Unknown, or once.</summary>
    Elsewhere,

    /// <summary>Each time that a method is called.</summary>
    Method,

    /// <summary>Each time that a property is read.</summary>
    Property,

    /// <summary>In each round of a loop.</summary>
    Loop,

    /// <summary>For each request.</summary>
    Request,

    /// <summary>For each object that handles a request, such as a controller.</summary>
    RequestObject,

    /// <summary>Each time that a container is asked for a service that is not a singleton.</summary>
    Registration,
}
