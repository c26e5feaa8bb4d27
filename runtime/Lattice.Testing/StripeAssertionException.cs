namespace Lattice.Stripe.Testing;

/// <summary>
/// What a <see cref="StripeStandIn"/> received is not what a test expects. The message shows the difference line by line;
/// API keys are not in it, parameters are.
/// </summary>
public sealed class StripeAssertionException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public StripeAssertionException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public StripeAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public StripeAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
