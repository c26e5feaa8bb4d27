namespace Lattice.Stripe;

/// <summary>A call failed; <see cref="Error"/> says why.</summary>
public sealed class StripeException : Exception
{
    /// <summary>Makes the exception of an error.</summary>
    /// <param name="error">Why the call failed.</param>
    /// <param name="response">The facts of the response, if one came.</param>
    public StripeException(StripeError error, StripeResponse? response = null)
        : base((error ?? throw new ArgumentNullException(nameof(error))).ToString())
    {
        Error = error;
        Response = response;
    }

    /// <summary>Why the call failed.</summary>
    public StripeError Error { get; }

    /// <summary>The facts of the response; <see langword="null"/> if none came.</summary>
    public StripeResponse? Response { get; }
}
