using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Lattice.Stripe.Tests.Observability;

/// <summary>Keeps what OpenTelemetry would send away of one route's calls.</summary>
internal sealed class ActivityExporter(string route) : BaseExporter<Activity>
{
    private readonly List<Activity> _activities = [];

    public IReadOnlyList<Activity> Activities
    {
        get
        {
            lock (_activities)
            {
                return [.. _activities];
            }
        }
    }

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (Activity activity in batch)
        {
            if (activity.GetTagItem("url.template") is string template && template == route)
            {
                lock (_activities)
                {
                    _activities.Add(activity);
                }
            }
        }

        return ExportResult.Success;
    }
}

/// <summary>One instrument's sum for one set of tags.</summary>
internal sealed record Measurement(string Name, string Unit, double Sum, long Count, IReadOnlyDictionary<string, object?> Tags)
{
    public override string ToString() => $"{Name} {Unit} {Sum} {string.Join(' ', Tags.Select(tag => $"{tag.Key}={tag.Value}"))}";
}

/// <summary>Keeps the measurements of one route's calls.</summary>
internal sealed class MeasurementExporter(string route) : BaseExporter<Metric>
{
    public List<Measurement> Measurements { get; } = [];

    public override ExportResult Export(in Batch<Metric> batch)
    {
        Measurements.Clear();
        foreach (Metric metric in batch)
        {
            foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
            {
                Add(metric, point);
            }
        }

        return ExportResult.Success;
    }

    private void Add(Metric metric, MetricPoint point)
    {
        var tags = new Dictionary<string, object?>();
        foreach (KeyValuePair<string, object?> tag in point.Tags)
        {
            tags.Add(tag.Key, tag.Value);
        }

        if (!route.Equals(tags["url.template"]))
        {
            return;
        }

        Measurements.Add(metric.MetricType == MetricType.Histogram
            ? new Measurement(metric.Name, metric.Unit, point.GetHistogramSum(), point.GetHistogramCount(), tags)
            : new Measurement(metric.Name, metric.Unit, point.GetSumLong(), point.GetSumLong(), tags));
    }
}
