namespace Lattice.Stripe.Testing.Http;

/// <summary>An answer of the stand-in's core, free of any HTTP stack. The body is always JSON.</summary>
internal sealed record StandInResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public const string ContentType = "application/json";
}
