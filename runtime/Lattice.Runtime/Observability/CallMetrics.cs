using System.Diagnostics;
using System.Diagnostics.Metrics;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>The metrics of calls. They cost almost nothing without a listener.</summary>
internal static class CallMetrics
{
    private static readonly Meter s_meter = new(StripeTelemetry.MeterName, UserAgent.Version);

    private static readonly Histogram<double> s_duration = CreateDuration();

    public static void AddRetry(StripeCall call, string reason)
    {
        if (Retries.Counter.Enabled)
        {
            TagList tags = GetTags(call);
            tags.Add(TagNames.ErrorKind, reason);
            Retries.Counter.Add(1, tags);
        }
    }

    public static void AddCall(StripeCall call, TimeSpan duration, StripeResponse? response, string? errorKind)
    {
        if (s_duration.Enabled)
        {
            Record(call, duration, response, errorKind);
        }
    }

    private static void Record(StripeCall call, TimeSpan duration, StripeResponse? response, string? errorKind)
    {
        TagList tags = GetTags(call);
        if (response is not null)
        {
            tags.Add(TagNames.StatusCode, (int)response.StatusCode);
        }

        if (errorKind is not null)
        {
            tags.Add(TagNames.ErrorKind, errorKind);
        }

        s_duration.Record(duration.TotalSeconds, tags);
    }

    private static TagList GetTags(StripeCall call) => new()
    {
        { TagNames.Method, call.Operation.Method.Method },
        { TagNames.Route, call.Operation.Route.Text },
        { TagNames.ServerAddress, call.Address.IdnHost },
        { TagNames.ServerPort, call.Address.Port },
        { TagNames.Operation, call.Operation.Name },
    };

    private static Histogram<double> CreateDuration()
    {
        const string Name = "stripe.client.call.duration";
        const string Unit = "s";
        const string Description = "The duration of calls, with all their attempts and the delays between them.";
#if NET9_0_OR_GREATER
        // The boundaries of OpenTelemetry's HTTP histograms, and more up to the default timeout.
        return s_meter.CreateHistogram(Name, Unit, Description, tags: null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = new[] { 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80 },
        });
#else
        return s_meter.CreateHistogram<double>(Name, Unit, Description);
#endif
    }

    /// <summary>Created for the first retry, which is rare.</summary>
    private static class Retries
    {
        public static readonly Counter<long> Counter = s_meter.CreateCounter<long>(
            "stripe.client.retries", "{retry}", "Attempts that were repeated.");
    }
}
