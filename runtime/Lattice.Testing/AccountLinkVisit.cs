namespace Lattice.Stripe.Testing;

/// <summary>What the hosted page behind an account link knows when somebody opens it.</summary>
/// <param name="State">
/// What the link was good for. Show the form if it was <see cref="AccountLinkState.Valid"/>, else redirect to
/// <paramref name="RefreshUrl"/>, as Stripe does.
/// </param>
/// <param name="Account">The connected account's id; null for an unknown link.</param>
/// <param name="UseCase">What the link is for, such as <c>account_onboarding</c>; null for an unknown link.</param>
/// <param name="RefreshUrl">Where a person goes whose link does not work; null if the link was made without.</param>
/// <param name="ReturnUrl">Where a person goes who finishes or leaves the form; null if the link was made without.</param>
public sealed record AccountLinkVisit(
    AccountLinkState State, string? Account, string? UseCase, string? RefreshUrl, string? ReturnUrl);
