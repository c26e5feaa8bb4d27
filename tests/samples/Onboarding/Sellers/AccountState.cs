namespace Onboarding.Sellers;

/// <summary>The onboarding state of a connected account.</summary>
internal enum AccountState
{
    /// <summary>The state could not be retrieved from Stripe.</summary>
    Unknown,

    /// <summary>The form is not finished.</summary>
    NotSubmitted,

    /// <summary>The form is finished, but Stripe needs more information.</summary>
    NeedsInformation,

    /// <summary>The form is finished, and Stripe is reviewing it.</summary>
    InReview,

    /// <summary>The account can receive payments.</summary>
    Active,
}
