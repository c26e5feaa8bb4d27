namespace Lattice.Stripe.Testing;

/// <summary>A webhook that a <see cref="StripeStandInServer"/> has sent, or tried to.</summary>
public sealed class SentWebhook
{
    internal SentWebhook(StandInChange change, Uri endpoint, int? statusCode, string? error)
    {
        Change = change;
        Endpoint = endpoint;
        StatusCode = statusCode;
        Error = error;
    }

    /// <summary>The change that it reports. Its <see cref="StandInChange.EventJson"/> is the payload.</summary>
    public StandInChange Change { get; }

    /// <summary>The URL that it was sent to.</summary>
    public Uri Endpoint { get; }

    /// <summary>The status of the response; null if there was none.</summary>
    public int? StatusCode { get; }

    /// <summary>Why there was no response; null if there was one.</summary>
    public string? Error { get; }

    /// <summary>The change, and the status of the response or why there was none.</summary>
    public override string ToString() => StatusCode is { } status ? $"{Change}: {status}" : $"{Change}: {Error}";
}
