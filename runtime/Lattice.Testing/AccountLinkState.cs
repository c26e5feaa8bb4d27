namespace Lattice.Stripe.Testing;

/// <summary>What an account link is good for.</summary>
public enum AccountLinkState
{
    /// <summary>The stand-in made no such link.</summary>
    Unknown,

    /// <summary>Whoever visits it gets to the form.</summary>
    Valid,

    /// <summary>It was visited before: a link works once.</summary>
    AlreadyUsed,

    /// <summary>Its time, 300 seconds, is over.</summary>
    Expired,
}
