namespace Lattice.Stripe.Http;

/// <summary>Changes handlers that the app may already have used.</summary>
internal static class HandlerChange
{
    /// <summary>Applies a change; <see langword="false"/> if the handler has sent requests or is disposed and cannot be changed.</summary>
    public static bool TryApply(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Handlers do not report whether they have sent a request, so the change is attempted.
            return false;
        }
    }
}
