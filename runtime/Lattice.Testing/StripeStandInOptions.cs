namespace Lattice.Stripe.Testing;

/// <summary>How a <see cref="StripeStandIn"/> is set up. Every setting has a default.</summary>
public sealed class StripeStandInOptions
{
    /// <summary>The operations that the stand-in knows. Null: <see cref="StripeSlice.BuiltIn"/>.</summary>
    public StripeSlice? Slice { get; init; }

    /// <summary>
    /// The clock: of times such as <c>created</c>, of the expiry of links and idempotency keys, and of planned delays. The
    /// default is the system's.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// What ids and tokens are derived from: with the same seed, the same requests in the same order get the same ids.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// The only key that is accepted. Null: every well-formed secret (<c>sk_</c>) or restricted (<c>rk_</c>) key is.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Where the pages are that links such as an account link's lead to: absolute, without a query. Null: those of the
    /// <c>StripeStandInServer</c> (package Lattice.Testing.Server) that serves the stand-in; without one,
    /// <c>https://pages.stand-in.invalid/</c>, which resolves nowhere.
    /// </summary>
    public Uri? PageAddress { get; init; }

    /// <summary>How many of the latest requests <see cref="StripeStandIn.Requests"/> keeps; positive. The default is 5,000.</summary>
    public int MaxRequests { get; init; } = 5_000;

    /// <summary>
    /// Called for every request once it is answered or given up, before the response is sent: to print them as they come, say.
    /// Calls may come from several threads at once; an exception of theirs fails the request.
    /// </summary>
    public Action<ReceivedRequest>? OnReceived { get; init; }

    /// <summary>
    /// Called when somebody finishes the form behind an account link on the pages of <c>StripeStandInServer</c> (package
    /// Lattice.Testing.Server), before they return: what a platform learns of Stripe by the webhook <c>account.updated</c>.
    /// Calls may come from several threads at once.
    /// </summary>
    public Action<AccountLinkVisit>? OnFormFinished { get; init; }

    internal void Validate()
    {
        if (ApiKey is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(ApiKey, "options.ApiKey");
        }

        ArgumentNullException.ThrowIfNull(TimeProvider, "options.TimeProvider");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRequests, "options.MaxRequests");
        if (PageAddress is { } pages && (!pages.IsAbsoluteUri || pages.Query.Length > 0 || pages.Fragment.Length > 0))
        {
            throw new ArgumentException(
                $"The address of pages has to be absolute, without a query or fragment: '{pages}' is not.", "options.PageAddress");
        }
    }
}
