using Lattice.Stripe.Testing.Http;

namespace Lattice.Stripe.Testing.Answers;

/// <summary>What a request is answered with, before headers are added.</summary>
internal sealed record Answer(int Status, byte[] Body)
{
    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = StandInResponse.Json;

    /// <summary>Why the request is refused; null when it is not.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether it is what an earlier request with the same idempotency key was answered.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>Whether the connection is lost before the answer has come.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether the operation was carried out: that is what an idempotency key remembers.</summary>
    public bool IsCarriedOut { get; init; }

    /// <summary>No answer to a request that was not carried out.</summary>
    public static Answer Lost { get; } = new(0, []) { IsLost = true };

    public static Answer Of(Refusal refusal, bool isV2)
        => new(refusal.Status, ErrorBody.Write(refusal, isV2)) { Refusal = refusal, IsCarriedOut = refusal.IsCarriedOut };
}
