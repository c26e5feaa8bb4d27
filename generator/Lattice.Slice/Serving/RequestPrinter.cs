using System.Globalization;
using System.Text.RegularExpressions;
using Lattice.Slice.Output;
using Lattice.Stripe.Testing;

namespace Lattice.Slice.Serving;

/// <summary>Prints requests as they arrive, without the API key.</summary>
/// <param name="report">The output.</param>
/// <param name="reveal">Whether to show parameter values that may be personal data.</param>
/// <param name="clock">The clock for the times.</param>
internal sealed partial class RequestPrinter(IReport report, bool reveal, TimeProvider clock)
{
    private readonly object _gate = new();

    public void Print(ReceivedRequest request)
    {
        string time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        string status = request.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "(no response)";
        lock (_gate)
        {
            report.Line($"{time} {Printable(request.Method)} {Printable(request.Path)} -> {status} {request.RequestId}");
            foreach ((string name, string value) in reveal ? request.Parameters : request.GetRedactedParameters())
            {
                report.Line($"  {Printable(name)} = {Printable(value)}");
            }

            if (request.ErrorType is { } type)
            {
                report.Line($"  {Printable(Describe(type.Value, request))}");
            }
        }
    }

    private string Describe(string type, ReceivedRequest request)
    {
        string code = request.ErrorCode is null ? "" : $" {request.ErrorCode}";
        string param = request.ErrorParam is null ? "" : $", param {request.ErrorParam}";
        string message = reveal ? $": {request.ErrorMessage}" : "";
        return $"({type}){code}{param}{message}";
    }

    /// <summary>The text on one line, so that a request cannot control the terminal.</summary>
    private static string Printable(string text) => Unprintable().Replace(text, "\uFFFD");

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]")]
    private static partial Regex Unprintable();
}
