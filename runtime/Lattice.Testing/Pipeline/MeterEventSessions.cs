using System.Text.Json;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>
/// The sessions for reporting usage at a high rate. The token of a session, and not an API key, authenticates the meter event stream.
/// </summary>
internal sealed class MeterEventSessions(TimeProvider clock)
{
    private const string StreamPath = "/v2/billing/meter_event_stream";
    private const string Resource = "v2.billing.meter_event_session";
    private const int MaximumCount = 10_000;

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>Adds the session in a response, if it is one.</summary>
    public void Add(Schema schema, byte[] json)
    {
        if (schema.Resource != Resource)
        {
            return;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        if (Read(document.RootElement) is not (string token, { } session))
        {
            return;
        }

        lock (_sessions)
        {
            if (_sessions.TryAdd(token, session))
            {
                _oldestFirst.Enqueue(token);
            }

            if (_oldestFirst.Count > MaximumCount)
            {
                _sessions.Remove(_oldestFirst.Dequeue());
            }
        }
    }

    /// <summary>Returns whether the key is the token of a session, and the request one that such a token authenticates.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="key">The key of the request.</param>
    /// <param name="livemode">Whether the session is one of live mode.</param>
    /// <param name="error">The error if the session has expired.</param>
    public bool TryAuthenticate(string path, string key, out bool livemode, out ApiError? error)
    {
        Session? session = null;
        if (path == StreamPath)
        {
            lock (_sessions)
            {
                session = _sessions.GetValueOrDefault(key);
            }
        }

        livemode = session?.Livemode ?? false;
        error = session is not null && session.ExpiresAt <= clock.GetUtcNow() ? ApiError.SessionExpired() : null;
        return session is not null;
    }

    /// <summary>The token and the session; null if a stubbed resource lacks one of their fields.</summary>
    private static (string Token, Session Session)? Read(JsonElement json)
        => json.TryGetProperty("authentication_token", out JsonElement token) && token.ValueKind == JsonValueKind.String
            && json.TryGetProperty("expires_at", out JsonElement time) && time.ValueKind == JsonValueKind.String
            && Rfc3339.TryRead(time.GetString()!, out DateTimeOffset expiresAt)
            ? (token.GetString()!, new Session(
                expiresAt, json.TryGetProperty("livemode", out JsonElement livemode) && livemode.ValueKind == JsonValueKind.True))
            : null;

    private sealed record Session(DateTimeOffset ExpiresAt, bool Livemode);
}
