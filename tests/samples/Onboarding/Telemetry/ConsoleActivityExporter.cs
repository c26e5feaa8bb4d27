using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;

namespace Onboarding.Telemetry;

/// <summary>Writes each activity on one line.</summary>
/// <remarks>
/// It writes the SDK's tags, which contain no secrets, and only a few others, because the URLs of requests contain the tokens of
/// flows.
/// </remarks>
internal sealed class ConsoleActivityExporter(TextWriter output) : BaseExporter<Activity>
{
    private static readonly HashSet<string> s_otherTags = ["http.request.method", "http.response.status_code", "error.type"];

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (Activity activity in batch)
        {
            output.WriteLine(GetLine(activity));
        }

        return ExportResult.Success;
    }

    private static string GetLine(Activity activity)
    {
        string indent = activity.ParentSpanId == default ? "" : "  ";
        IEnumerable<string> tags = activity.TagObjects
            .Where(tag => s_otherTags.Contains(tag.Key) || tag.Key.StartsWith("stripe.", StringComparison.Ordinal))
            .Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{activity.StartTimeUtc:HH:mm:ss.fff} {activity.TraceId.ToHexString()[..8]} {indent}{activity.DisplayName} "
            + $"{activity.Duration.TotalMilliseconds:0.0} ms {GetStatus(activity)}{string.Join(' ', tags)}");
    }

    private static string GetStatus(Activity activity) => activity.Status == ActivityStatusCode.Error ? "FAILED " : "";
}
