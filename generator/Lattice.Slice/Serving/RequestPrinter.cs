using System.Globalization;
using Lattice.Slice.Output;
using Lattice.Stripe.Testing;

namespace Lattice.Slice.Serving;

/// <summary>Prints requests as they arrive, without the API key.</summary>
/// <param name="report">The output.</param>
/// <param name="reveal">Whether to show parameter values that may be personal data.</param>
/// <param name="clock">The clock for the times.</param>
internal sealed class RequestPrinter(IReport report, bool reveal, TimeProvider clock)
{
    private readonly object _gate = new();

    public void Print(ReceivedRequest request)
    {
        string time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        string status = request.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "(no response)";
        lock (_gate)
        {
            report.Line($"{time} {request.Method} {request.Path} -> {status} {request.RequestId}");
            foreach ((string name, string value) in reveal ? request.Parameters : request.GetRedactedParameters())
            {
                report.Line($"  {name} = {value}");
            }

            if (request.ErrorType is { } type)
            {
                report.Line($"  {Describe(type.Value, request)}");
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
}
