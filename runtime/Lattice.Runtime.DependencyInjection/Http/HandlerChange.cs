namespace Lattice.Stripe.Http;

/// <summary>Changes handlers that an app may have used already.</summary>
internal static class HandlerChange
{
    /// <summary>Applies a change, unless the handler has sent requests or is disposed: it cannot be changed then.</summary>
    public static bool TryApply(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Only the attempt tells: handlers do not show whether they have sent anything.
            return false;
        }
    }
}
