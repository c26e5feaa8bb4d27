namespace Lattice.Stripe.Testing.Http;

/// <summary>An answer of the stand-in's core, free of any HTTP stack.</summary>
internal sealed record StandInResponse(
    int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string ContentType, byte[] Body)
{
    public const string Json = "application/json";
}
