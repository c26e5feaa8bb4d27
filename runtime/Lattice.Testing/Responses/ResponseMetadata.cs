using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>What a resource is made from besides its schema and what was sent.</summary>
/// <param name="Now">The stand-in's time.</param>
/// <param name="Livemode">Whether the key is of live mode.</param>
/// <param name="Text">The source of ids and tokens.</param>
/// <param name="Pages">Where hosted pages are; it ends in a slash.</param>
/// <param name="Path">The request's path.</param>
/// <param name="Subject">The id of what the request is about, such as an account; null when it names none.</param>
/// <param name="Action">The last word of the path, such as <c>cancel</c>; null where that is a parameter.</param>
/// <param name="Parameters">What the request could have sent.</param>
/// <param name="Expansion">What is answered whole instead of as an id.</param>
internal sealed record ResponseMetadata(
    DateTimeOffset Now,
    bool Livemode,
    DeterministicText Text,
    Uri Pages,
    string Path,
    string? Subject,
    string? Action,
    Schema Parameters,
    Expansion Expansion);
