namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>A response of the stand-in's core, free of any HTTP stack.</summary>
internal sealed record StandInResponse(
    int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, string ContentType, byte[] Body)
{
    public const string Json = "application/json";
}
