using System.Globalization;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>
/// The value of the tag <c>error.type</c>, as in OpenTelemetry's HTTP conventions: the status if it describes the failure, otherwise the
/// name of the failure.
/// </summary>
internal static class ErrorKind
{
    public static string Of(StripeError error) =>
        error.StatusCode is { } status && error.Type != StripeErrorType.DecodingError ? Of((int)status) : error.Type.Value;

    /// <summary>Returns the value for an attempt that is repeated.</summary>
    public static string Of(AttemptOutcome outcome) =>
        outcome.Response is { } response ? Of((int)response.StatusCode) : outcome.Error!.Type.Value;

    private static string Of(int status) => status.ToString(CultureInfo.InvariantCulture);
}
