using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>What a generated resource depends on in addition to its schema and the parameters.</summary>
/// <param name="Now">The stand-in's time.</param>
/// <param name="Livemode">Whether the key is a live-mode key.</param>
/// <param name="Text">The source of ids and tokens.</param>
/// <param name="Pages">The address of hosted pages, with a trailing slash.</param>
/// <param name="Path">The request's path.</param>
/// <param name="Subject">The id of the object that the request is about, such as an account; null if it names none.</param>
/// <param name="Action">The last segment of the path, such as <c>cancel</c>; null if it is a parameter.</param>
/// <param name="Parameters">The schema of the request's parameters.</param>
/// <param name="Expansion">The fields to expand.</param>
/// <param name="Objects">The objects that exist.</param>
internal sealed record ResponseMetadata(
    DateTimeOffset Now,
    bool Livemode,
    DeterministicText Text,
    Uri Pages,
    string Path,
    string? Subject,
    string? Action,
    Schema Parameters,
    Expansion Expansion,
    ScopedObjects Objects);
