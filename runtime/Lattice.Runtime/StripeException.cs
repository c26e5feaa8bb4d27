namespace Lattice.Stripe;

/// <summary>The exception for a call that failed. <see cref="Error"/> describes why.</summary>
public class StripeException : Exception
{
    /// <summary>Initializes the exception for an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="response">The metadata of the response, if there was one.</param>
    public StripeException(StripeError error, StripeResponse? response = null)
        : base((error ?? throw new ArgumentNullException(nameof(error))).ToString())
    {
        Error = error;
        Response = response;
    }

    private protected StripeException(StripeError error, StripeResponse? response, string message)
        : base(message)
    {
        Error = error;
        Response = response;
    }

    /// <summary>The error: why the call failed.</summary>
    public StripeError Error { get; }

    /// <summary>The metadata of the response; <see langword="null"/> if there was none.</summary>
    public StripeResponse? Response { get; }
}
