namespace Lattice.TestSupport.Mutation;

/// <summary>What a mutator inserts into a JSON document.</summary>
/// <param name="Values">Values as JSON text.</param>
/// <param name="Names">Names of properties.</param>
/// <param name="Donors">Documents from which parts are copied.</param>
public sealed record JsonVocabulary(IReadOnlyList<string> Values, IReadOnlyList<string> Names, IReadOnlyList<string> Donors);
