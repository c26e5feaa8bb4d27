using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>The headers of a request without secrets. They can be compared with the values that were sent, which are not kept.</summary>
internal sealed class ReceivedHeaders
{
    private readonly Dictionary<string, string> _shown = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SecretDigest> _redacted = new(StringComparer.OrdinalIgnoreCase);

    public ReceivedHeaders(IReadOnlyDictionary<string, string> sent)
    {
        foreach ((string name, string value) in sent)
        {
            // A key that was sent as a name by mistake is a secret all the same.
            string shown = SecretText.Redact(name);
            _shown[shown] = Redact(name, value);
            if (_shown[shown] != value)
            {
                _redacted[shown] = SecretDigest.Of(value);
            }
        }
    }

    public IReadOnlyDictionary<string, string> Shown => _shown;

    /// <summary>The memory in bytes, as an estimate.</summary>
    public long Size => _shown.Sum(header => (header.Key.Length + header.Value.Length) * (long)sizeof(char));

    /// <summary>The value of a header as it is shown.</summary>
    public static string Redact(string name, string value) => name.ToLowerInvariant() switch
    {
        "authorization" or "proxy-authorization" => ApiKeyText.RedactAuthorization(value),
        "cookie" or "set-cookie" or "stripe-signature" => SecretText.Redacted,
        _ => SecretText.Redact(value),
    };

    /// <summary>Whether the header was sent with this value.</summary>
    public bool Has(string name, string value)
    {
        string shown = SecretText.Redact(name);
        return _redacted.TryGetValue(shown, out SecretDigest digest)
            ? digest == SecretDigest.Of(value)
            : _shown.TryGetValue(shown, out string? sent) && sent == value;
    }
}
