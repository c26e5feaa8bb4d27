using System.Globalization;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>
/// The tag <c>error.type</c>: as OpenTelemetry's HTTP conventions have it, the status where it says what went wrong, else the
/// name of the failure.
/// </summary>
internal static class ErrorKind
{
    public static string Of(StripeError error) =>
        error.StatusCode is { } status && error.Type != StripeErrorType.DecodingError ? Of((int)status) : error.Type.Value;

    /// <summary>Of an attempt that is repeated.</summary>
    public static string Of(AttemptOutcome outcome) =>
        outcome.Response is { } response ? Of((int)response.StatusCode) : outcome.Error!.Type.Value;

    private static string Of(int status) => status.ToString(CultureInfo.InvariantCulture);
}
