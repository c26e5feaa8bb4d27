namespace Lattice.Stripe.Testing;

/// <summary>The state of an account link.</summary>
public enum AccountLinkState
{
    /// <summary>The stand-in returned no such link.</summary>
    Unknown,

    /// <summary>The link opens the form.</summary>
    Valid,

    /// <summary>The link was visited before. A link works once.</summary>
    AlreadyUsed,

    /// <summary>The link has expired. A link works for 300 seconds.</summary>
    Expired,
}
