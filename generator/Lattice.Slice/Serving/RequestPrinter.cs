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
    // A request can have thousands of parameters, and a value a megabyte; the terminal is for people.
    private const int MaxParameters = 100;
    private const int MaxLength = 500;

    private readonly object _gate = new();

    public void Print(ReceivedRequest request)
    {
        string time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        string status = request.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "(no response)";
        lock (_gate)
        {
            report.Line($"{time} {request.Method} {request.Path} -> {status} {request.RequestId}");
            PrintParameters(reveal ? request.Parameters : request.GetRedactedParameters());

            if (request.ErrorType is { } type)
            {
                report.Line($"  {Describe(type.Value, request)}");
            }
        }
    }

    private void PrintParameters(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        foreach ((string name, string value) in parameters.Take(MaxParameters))
        {
            report.Line($"  {Shorten(name)} = {Shorten(value)}");
        }

        if (parameters.Count > MaxParameters)
        {
            report.Line($"  and {parameters.Count - MaxParameters} more parameters");
        }
    }

    private static string Shorten(string text) =>
        text.Length <= MaxLength ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..MaxLength]}… ({text.Length} characters)");

    private string Describe(string type, ReceivedRequest request)
    {
        string code = request.ErrorCode is null ? "" : $" {request.ErrorCode}";
        string param = request.ErrorParam is null ? "" : $", param {request.ErrorParam}";
        string message = reveal ? $": {request.ErrorMessage}" : "";
        return $"({type}){code}{param}{message}";
    }
}
