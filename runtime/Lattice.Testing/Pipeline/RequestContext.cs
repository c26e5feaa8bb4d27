using Lattice.Stripe.Testing.Idempotency;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>A request on its way through the pipeline.</summary>
internal sealed class RequestContext
{
    private RequestParameters? _parameters;

    /// <param name="request">The request.</param>
    /// <param name="route">The operation that the request calls; null if the slice has none for it.</param>
    /// <param name="text">The source of the request's ids, which differ from those of other requests.</param>
    public RequestContext(ApiRequest request, RouteMatch? route, DeterministicText text)
    {
        Request = request;
        Route = route;
        Text = text;
        RequestId = "req_" + text.Take("request", 16);
        Content = new RequestContent(request.Query, request.ContentType, request.Body);
        Received = new ReceivedRequest(this);
    }

    public ApiRequest Request { get; }

    public RouteMatch? Route { get; }

    public DeterministicText Text { get; }

    public string RequestId { get; }

    public RequestContent Content { get; }

    /// <summary>The request as tests see it.</summary>
    public ReceivedRequest Received { get; }

    /// <summary>The parameters, parsed when they are first needed: after the key has been checked.</summary>
    public RequestParameters Parameters => _parameters ??= Content.Parameters;

    /// <summary>Whether the key is a live-mode key; set once the key has been checked.</summary>
    public bool Livemode { get; set; }

    public string? Header(string name) => Request.Headers.GetValueOrDefault(name);

    /// <summary>The request and its idempotency key; null if it has no key, or if its method ignores keys.</summary>
    public KeyedRequest? GetKeyedRequest()
    {
        bool usesKey = Request.Method == "POST" || (Request.IsV2 && Request.Method == "DELETE");
        if (!usesKey || Header("Idempotency-Key") is not { Length: > 0 } key)
        {
            return null;
        }

        return new KeyedRequest(
            new IdempotencyKey(key, Header("Stripe-Account"), Header("Stripe-Context"), Livemode),
            $"{Request.Method} {Request.Path}",
            ParameterDigest.Of(Parameters.Root),
            Request.IsV2);
    }
}
