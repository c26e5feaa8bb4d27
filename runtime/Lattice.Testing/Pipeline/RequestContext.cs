using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>A request on its way through the stand-in.</summary>
/// <param name="Request">What came in.</param>
/// <param name="Route">The operation that it asks for; null when the slice has none.</param>
/// <param name="Parameters">What it holds.</param>
/// <param name="Text">The source of its ids, which are unlike those of other requests.</param>
internal sealed record RequestContext(
    ApiRequest Request, RouteMatch? Route, RequestParameters Parameters, DeterministicText Text)
{
    private ReceivedRequest? _received;

    public string RequestId { get; } = "req_" + Text.Take("request", 16);

    /// <summary>Whether the key is of live mode; known once it was checked.</summary>
    public bool Livemode { get; set; }

    /// <summary>The request as tests see it.</summary>
    public ReceivedRequest Received => _received ??= new ReceivedRequest(this);

    public string? Header(string name) => Request.Headers.GetValueOrDefault(name);
}
