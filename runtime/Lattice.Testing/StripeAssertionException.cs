namespace Lattice.Stripe.Testing;

/// <summary>
/// The exception that is thrown when a <see cref="StripeStandIn"/> did not receive the expected request. The message shows the
/// difference line by line. It contains parameters, but no secrets.
/// </summary>
public sealed class StripeAssertionException : Exception
{
    /// <summary>Initializes an exception without a message.</summary>
    public StripeAssertionException()
    {
    }

    /// <summary>Initializes an exception with a message.</summary>
    public StripeAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes an exception with a message and a cause.</summary>
    public StripeAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
