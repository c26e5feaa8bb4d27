namespace Lattice.Stripe.Testing.Answers;

/// <summary>What a resource is made from besides its schema and what was sent.</summary>
/// <param name="Now">Unix seconds.</param>
/// <param name="Livemode">Whether the key is of live mode.</param>
/// <param name="Text">The source of ids and tokens.</param>
/// <param name="Path">The request's path.</param>
/// <param name="Subject">The id of what the request is about, such as an account; null when it names none.</param>
internal sealed record AnswerFacts(long Now, bool Livemode, DeterministicText Text, string Path, string? Subject);
