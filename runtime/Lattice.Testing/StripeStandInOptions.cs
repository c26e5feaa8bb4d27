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
    /// Where the pages are that links such as an account link's lead to: absolute, without a query. The default, below
    /// <c>https://pages.stand-in.invalid/</c>, resolves nowhere; name your own if a test serves these pages.
    /// </summary>
    public Uri PageAddress { get; init; } = new("https://pages.stand-in.invalid/");

    /// <summary>How many of the latest requests <see cref="StripeStandIn.Requests"/> keeps; positive. The default is 5,000.</summary>
    public int MaxRequests { get; init; } = 5_000;

    /// <summary>
    /// Called for every request once it is answered, before the answer is sent: to print them as they come, say. Calls
    /// may come from several threads at once; an exception of theirs fails the request.
    /// </summary>
    public Action<ReceivedRequest>? OnReceived { get; init; }

    internal void Validate()
    {
        if (ApiKey is not null) ArgumentException.ThrowIfNullOrWhiteSpace(ApiKey, "options.ApiKey");
        ArgumentNullException.ThrowIfNull(TimeProvider, "options.TimeProvider");
        ArgumentNullException.ThrowIfNull(PageAddress, "options.PageAddress");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRequests, "options.MaxRequests");
        if (!PageAddress.IsAbsoluteUri || PageAddress.Query.Length > 0 || PageAddress.Fragment.Length > 0)
            throw new ArgumentException(
                $"The address of pages has to be absolute, without a query or fragment: '{PageAddress}' is not.", "options.PageAddress");
    }

    /// <summary>The page address with the slash at its end that paths below it need.</summary>
    internal Uri PageFolder => PageAddress.AbsoluteUri.EndsWith('/') ? PageAddress : new Uri(PageAddress.AbsoluteUri + "/");
}
