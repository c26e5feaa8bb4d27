using System.Globalization;
using System.Text;
using Lattice.Fuzz.Findings;

namespace Lattice.Fuzz.Responses;

/// <summary>What is true of any call, whatever the responses are.</summary>
internal static class ResponseInvariants
{
    public const string OneResult = "A result is either a resource or an error.";
    public const string Recognized = "A success is a 2xx that is recognized as Stripe's.";
    public const string Secrets = "No text, no log entry and no JSON of a result contains a secret.";
    public const string ErrorType = "An error has a type.";
    public const string ErrorText = "The text of an error is one line of at most 1 KB.";
    public const string Status = "An error has the status of the last response.";
    public const string Outcome = "IsOutcomeUnknown is what the table in runtime/Lattice.Runtime/errors.md says.";
    public const string Thrown = "The throwing form throws the error that the other form returns.";
    public const string Attempts = "There are no more attempts than MaxRetries allows, and none after a 2xx.";
    public const string Same = "A result does not depend on the chunks in which the response arrives.";

    private const int MaxTextBytes = 1024;

    public static IReadOnlyList<Violation> Check(ObservedCall call, ResourceIdentity identity, CallSettings settings)
    {
        var violations = new Violations();
        string Describe() => $"{call.Outcome}\n{string.Join("\n---\n", call.Attempts)}";
        violations.Require(call.Result.Value is null != call.Result.Error is null, OneResult, Describe);
        violations.Require(call.Result.Value is null || IsRecognized(call, identity), Recognized, Describe);
        violations.Add(CheckSecrets(call.Texts));
        violations.Require(call.Thrown?.Message == call.Result.Error?.ToString(), Thrown, Describe);
        violations.Require(AreAttemptsAllowed(call.Attempts, settings.MaxRetries), Attempts, Describe);
        if (call.Result.Error is { } error)
        {
            violations.Require(error.Type.Value is { Length: > 0 }, ErrorType, Describe);
            violations.Require(IsOneLine(error.ToString()), ErrorText, Describe);
            Attempt last = call.Attempts[^1];
            violations.Require(IsStatusOf(last, (int?)error.StatusCode), Status, Describe);
            bool? isUnknown = HasLongBody(call, settings) ? null : OutcomeTable.IsUnknown(call.Attempts);
            violations.Require(isUnknown is null || error.IsOutcomeUnknown == isUnknown, Outcome, Describe);
        }

        return violations.All;
    }

    public static IReadOnlyList<Violation> CheckSame(ObservedCall call, ObservedCall whole)
    {
        var violations = new Violations();
        violations.Require(call.Outcome == whole.Outcome, Same, () => $"{call.Outcome}\n---\n{whole.Outcome}");
        return violations.All;
    }

    public static IReadOnlyList<Violation> CheckSecrets(IEnumerable<string> texts)
    {
        var violations = new Violations();
        foreach (string text in texts.Where(text => text.Contains(SecretMarker.Text, StringComparison.OrdinalIgnoreCase)))
        {
            violations.Add(Secrets, text);
        }

        return violations.All;
    }

    private static bool IsRecognized(ObservedCall call, ResourceIdentity identity)
    {
        Attempt last = call.Attempts[^1];
        return last is { End: AttemptEnd.Response, Status: >= 200 and <= 299 }
            && (OutcomeTable.HasRequestId(last) || (identity.IsIn(last.Body) ?? call.Result.Value!.GetMissingFields().Count == 0));
    }

    private static bool AreAttemptsAllowed(IReadOnlyList<Attempt> attempts, int maxRetries) => attempts.Count <= maxRetries + 1
        && attempts.SkipLast(1).All(attempt => attempt is not { End: AttemptEnd.Response, Status: >= 200 and <= 299 });

    // What the client reads of a body that is too long is not what it says.
    private static bool HasLongBody(ObservedCall call, CallSettings settings) =>
        call.Attempts.Any(attempt => attempt.Body.Length > settings.MaxResponseBytes);

    // A body that is too long is not read to its end, so it does not matter if it ends early.
    private static bool IsStatusOf(Attempt last, int? status) => last.End switch
    {
        AttemptEnd.Response => status == last.Status,
        AttemptEnd.BrokenBody => status is null || status == last.Status,
        _ => status is null,
    };

    private static bool IsOneLine(string text) => Encoding.UTF8.GetByteCount(text) <= MaxTextBytes
        && text.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
