namespace Lattice.Stripe.Testing;

/// <summary>A visit to an account link, as the hosted form sees it.</summary>
/// <param name="State">
/// The state of the link before the visit. If it is <see cref="AccountLinkState.Valid"/>, show the form; otherwise, redirect to
/// <paramref name="RefreshUrl"/>, as Stripe does.
/// </param>
/// <param name="Account">The id of the connected account; null for an unknown link.</param>
/// <param name="UseCase">The purpose of the link, such as <c>account_onboarding</c>; null for an unknown link.</param>
/// <param name="RefreshUrl">The redirect target if the link does not work; null if the request had none.</param>
/// <param name="ReturnUrl">The redirect target after the form is finished or left; null if the request had none.</param>
public sealed record AccountLinkVisit(
    AccountLinkState State, string? Account, string? UseCase, string? RefreshUrl, string? ReturnUrl);
