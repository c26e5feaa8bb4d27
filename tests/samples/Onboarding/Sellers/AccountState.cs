namespace Onboarding.Sellers;

/// <summary>How far a connected account is, in what matters to its owner.</summary>
internal enum AccountState
{
    /// <summary>Stripe could not be asked.</summary>
    Unknown,

    /// <summary>The form was not finished.</summary>
    NotSubmitted,

    /// <summary>The form was finished, and Stripe needs more.</summary>
    NeedsInformation,

    /// <summary>The form was finished, and Stripe checks it.</summary>
    InReview,

    /// <summary>The account can be paid.</summary>
    Active,
}
