namespace Lattice.Fuzz.Responses;

/// <summary>
/// The table in runtime/Lattice.Runtime/errors.md that says whether the outcome of a call is known, read independently of the client.
/// </summary>
internal static class OutcomeTable
{
    /// <summary>Whether the outcome of a failed POST is unknown; null if that depends on how an invalid body is read.</summary>
    /// <param name="attempts">The attempts that were made.</param>
    public static bool? IsUnknown(IReadOnlyList<Attempt> attempts)
    {
        // Whether an attempt so far is open.
        bool? isOpen = false;
        for (int i = 0; i < attempts.Count; i++)
        {
            // "No attempt's content was ever read": without a connection, only the attempts before count.
            bool wasRead = attempts.Take(i + 1).Any(attempt => attempt.End != AttemptEnd.NoConnection);
            isOpen = wasRead ? IsUnknown(attempts[i], isOpen) : isOpen;
        }

        return isOpen;
    }

    private static bool? IsUnknown(Attempt attempt, bool? wasOpen)
    {
        if (attempt.End != AttemptEnd.Response || attempt.Status is not (>= 400 and < 500))
        {
            return true;
        }

        if (attempt.FindHeader("Idempotent-Replayed")?.Equals("true", StringComparison.OrdinalIgnoreCase) == true)
        {
            return false;
        }

        ErrorReading error = ErrorReading.Of(attempt.Body);
        bool hasRequestId = HasRequestId(attempt);
        return !error.IsCertain ? null
            : error.Code == "idempotency_key_in_use" || !(hasRequestId || error.HasTypeOfStripe) ? true
            : attempt.Status is 401 or 403 or 409 or 429 || !hasRequestId ? wasOpen
            : false;
    }

    public static bool HasRequestId(Attempt attempt) =>
        attempt.FindHeader("Request-Id") is { Length: > 4 } id && id.StartsWith("req_", StringComparison.Ordinal);
}
