using Lattice.Stripe.Testing.Http;

namespace Lattice.Stripe.Testing;

/// <summary>
/// An offline stand-in for Stripe. It knows the operations of an OpenAPI slice, checks requests the way Stripe does and
/// answers with Stripe's errors or with resources made from the slice. Nothing leaves the process.
/// </summary>
/// <remarks>
/// Reach it in process through <see cref="CreateHandler"/>, or over loopback HTTP through
/// <see cref="StripeStandInServer"/>. It may be used from several threads at once.
/// </remarks>
/// <example>
/// <code>
/// var stripe = new StripeStandIn();
/// using var http = new HttpClient(stripe.CreateHandler()) { BaseAddress = new Uri("https://api.stripe.com/") };
/// </code>
/// </example>
public sealed class StripeStandIn
{
    private readonly RequestLog _log = new();
    private readonly RequestPipeline _pipeline;

    /// <summary>A stand-in for the slice of this package; every well-formed secret key is accepted.</summary>
    public StripeStandIn()
        : this(new StripeStandInOptions())
    {
    }

    /// <summary>A stand-in set up by <paramref name="options"/>.</summary>
    /// <exception cref="ArgumentException">
    /// <see cref="StripeStandInOptions.ApiKey"/> is empty or white space.
    /// </exception>
    public StripeStandIn(StripeStandInOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ApiKey is not null) ArgumentException.ThrowIfNullOrWhiteSpace(options.ApiKey, "options.ApiKey");

        _pipeline = new RequestPipeline(options);
    }

    /// <summary>The requests that came in so far, oldest first: a snapshot that later requests do not change.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    /// <summary>
    /// Makes a handler that answers in process, without sockets. The host of a request's address does not matter, its
    /// path does. Every handler of a stand-in shares its <see cref="Requests"/>.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new StandInHandler(this);

    /// <summary>The one way in for both the handler and the server.</summary>
    internal StandInResponse Answer(StandInRequest request)
    {
        long number = _log.TakeNumber();
        (StandInResponse response, ReceivedRequest received) = _pipeline.Answer(request, number);
        _log.Add(number, received);
        return response;
    }
}
