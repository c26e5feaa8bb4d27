using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing;

/// <summary>The options of a <see cref="StripeStandIn"/>. Each option has a default.</summary>
public sealed class StripeStandInOptions
{
    /// <summary>The operations of the stand-in. Null: <see cref="StripeSlice.BuiltIn"/>.</summary>
    public StripeSlice? Slice { get; init; }

    /// <summary>
    /// The clock for times such as <c>created</c>, for the expiry of links and idempotency keys, and for delays of stubs. The default
    /// is the system clock.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The seed of ids and tokens: with the same seed, the same requests in the same order get the same ids.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// The only key that is accepted. Null: every well-formed secret (<c>sk_</c>) or restricted (<c>rk_</c>) key.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// The base address of the pages that account links and other links refer to: absolute, without a query. Null: that of the
    /// <c>StripeStandInServer</c> (package Lattice.Stripe.Testing.Server) that serves the stand-in; without a server,
    /// <c>https://pages.stand-in.invalid/</c>, which does not resolve.
    /// </summary>
    public Uri? PageAddress { get; init; }

    /// <summary>
    /// The maximum number of requests in <see cref="StripeStandIn.Requests"/>; positive. The default is 5,000. When it is used up, the oldest
    /// requests are dropped: see <see cref="StripeStandIn.DroppedRequestCount"/>.
    /// </summary>
    public int MaxRequests { get; init; } = 5_000;

    /// <summary>
    /// The maximum memory of the requests in <see cref="StripeStandIn.Requests"/>, in bytes, as an estimate; positive. The default is
    /// 67,108,864 (64 MiB). When it is used up, the bodies and parameters of the oldest requests are dropped
    /// (<see cref="ReceivedRequest.IsContentDropped"/>), and then the oldest requests.
    /// </summary>
    public long MaxRequestBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether any value is accepted for the enums that Stripe's specification marks as open (<c>x-stripeBypassValidation</c>). The default
    /// is false: Stripe refuses most values that its specification does not list, so a misspelled value is a 400. Set it to send a value
    /// that Stripe accepts and your slice does not list yet.
    /// </summary>
    public bool AllowUnlistedValues { get; init; }

    /// <summary>
    /// The maximum memory of the objects that were created or seeded, in bytes, as an estimate; not negative. The default is 67,108,864
    /// (64 MiB). When it is used up, the objects whose last change was longest ago are forgotten, and requests for them get a 404. With
    /// 0, the stand-in has no memory: nothing is kept, lists are empty, and every id stands for an object that is generated for the
    /// response.
    /// </summary>
    public long MaxObjectBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Called for each request before its response is sent, or when its caller gives up; for example, to print requests. Calls
    /// may come from several threads at once. An exception fails the request.
    /// </summary>
    public Action<ReceivedRequest>? OnReceived { get; init; }

    /// <summary>
    /// Called when a user finishes the form of an account link on the pages of <c>StripeStandInServer</c> (package
    /// Lattice.Testing.Server), before the redirect to the return URL, or when a test calls <see cref="StandInAccountLinks.Finish"/>. The
    /// account has been updated by then. Calls may come from several threads at once.
    /// </summary>
    public Action<AccountLinkVisit>? OnFormFinished { get; init; }

    /// <summary>
    /// Called for each object that a request creates, updates or deletes, and for the account of a form that is finished, after the
    /// change and before the response is sent; for example, to send a webhook. It is not called for <see cref="StripeStandIn.Seed"/>.
    /// Calls may come from several threads at once. An exception fails the request, but the change remains.
    /// </summary>
    public Action<StandInChange>? OnChanged { get; init; }

    internal void Validate()
    {
        if (ApiKey is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(ApiKey, "options.ApiKey");
        }

        ArgumentNullException.ThrowIfNull(TimeProvider, "options.TimeProvider");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRequests, "options.MaxRequests");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRequestBytes, "options.MaxRequestBytes");
        ArgumentOutOfRangeException.ThrowIfNegative(MaxObjectBytes, "options.MaxObjectBytes");
        if (PageAddress is { } pages && (!pages.IsAbsoluteUri || pages.Query.Length > 0 || pages.Fragment.Length > 0))
        {
            throw new ArgumentException(
                $"The address of pages must be absolute, without a query or fragment, but it is '{MessageText.Show(pages.ToString())}'.", "options.PageAddress");
        }
    }
}
