using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;

namespace Onboarding.Telemetry;

/// <summary>Writes each activity on one line.</summary>
/// <remarks>
/// It takes the tags of the SDK, which hold no secrets, and of others only those that are named here: the URLs of requests
/// hold the tokens of flows.
/// </remarks>
internal sealed class ConsoleActivityExporter(TextWriter output) : BaseExporter<Activity>
{
    private static readonly HashSet<string> s_shown = ["http.request.method", "http.response.status_code", "error.type"];

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (Activity activity in batch)
        {
            output.WriteLine(LineOf(activity));
        }

        return ExportResult.Success;
    }

    private static string LineOf(Activity activity)
    {
        string indent = activity.ParentSpanId == default ? "" : "  ";
        IEnumerable<string> tags = activity.TagObjects
            .Where(tag => s_shown.Contains(tag.Key) || tag.Key.StartsWith("stripe.", StringComparison.Ordinal))
            .Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{activity.StartTimeUtc:HH:mm:ss.fff} {activity.TraceId.ToHexString()[..8]} {indent}{activity.DisplayName} "
            + $"{activity.Duration.TotalMilliseconds:0.0} ms {StatusCode(activity)}{string.Join(' ', tags)}");
    }

    private static string StatusCode(Activity activity) => activity.Status == ActivityStatusCode.Error ? "FAILED " : "";
}
