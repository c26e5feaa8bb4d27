using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Lattice.Stripe;

namespace Lattice.Fuzz.Responses;

/// <summary>Everything that a caller sees of a call.</summary>
/// <param name="Result">What the form returned that returns errors.</param>
/// <param name="Thrown">What the form threw that throws errors.</param>
/// <param name="Attempts">The attempts that were made.</param>
/// <param name="Json">The resource or the error, as System.Text.Json writes it.</param>
/// <param name="Log">What was logged.</param>
internal sealed record ObservedCall(
    CallResult Result, StripeException? Thrown, IReadOnlyList<Attempt> Attempts, string Json, string Log)
{
    /// <summary>The texts that end up in logs and on screens.</summary>
    public IEnumerable<string> Texts =>
    [
        Result.Text, $"{Result.Value}", $"{Result.Response}", $"{Result.Error}", $"{Thrown}", Json, Log,
    ];

    /// <summary>What must not depend on how the response arrived.</summary>
    public string Outcome => string.Join('\n',
    [
        Result.Text, Json, Thrown?.Message ?? "", $"{Attempts.Count} attempts", $"unknown: {Result.Error?.IsOutcomeUnknown}",
        .. (Result.Value?.GetMissingFields() ?? []).Select(name => $"missing {name}"),
        .. GetExtraFields().Select(extra => $"extra {extra.Key}: {GetText(extra.Value)}"),
    ]);

    // A value is kept as it was sent, even if it is not UTF-8.
    private static string GetText(JsonElement value) => Encoding.Latin1.GetString(JsonMarshal.GetRawUtf8Value(value));

    private IEnumerable<KeyValuePair<string, JsonElement>> GetExtraFields() =>
        Result.Value?.GetExtraFields() ?? Result.Error?.GetExtraFields() ?? Enumerable.Empty<KeyValuePair<string, JsonElement>>();
}
