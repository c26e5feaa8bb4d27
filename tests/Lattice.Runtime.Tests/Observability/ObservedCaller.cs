using System.Diagnostics;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Lattice.Stripe.Tests.Observability;

/// <summary>
/// A client whose log, traces and metrics are recorded. It has its own route, so that the calls of tests that run at the
/// same time can be distinguished.
/// </summary>
internal sealed class ObservedCaller : IDisposable
{
    public const string PathParameter = "acct_in_the_path";

    private readonly ActivityExporter _activities;
    private readonly MeasurementExporter _measurements;
    private readonly TracerProvider _tracer;
    private readonly MeterProvider _meter;
    private readonly LoggerFactory _loggerFactory;
    private readonly StripeClient _client;

    public ObservedCaller(params IEnumerable<Func<HttpResponseMessage>> script)
    {
        Route = $"/v1/things/{{thing}}/{Guid.NewGuid():N}";
        Operation = Thing.Post(Route);
        _activities = new ActivityExporter(Route);
        _tracer = Sdk.CreateTracerProviderBuilder()
            .AddSource(StripeTelemetry.ActivitySourceName)
            .AddProcessor(new SimpleActivityExportProcessor(_activities))
            .Build();
        _measurements = new MeasurementExporter(Route);
        _meter = Sdk.CreateMeterProviderBuilder()
            .AddMeter(StripeTelemetry.MeterName)
            .AddReader(new BaseExportingMetricReader(_measurements))
            .Build();
        _loggerFactory = new LoggerFactory([Log]);
        _client = new StripeClient(
            new StripeClientOptions
            {
                ApiKey = Caller.Key,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                TimeProvider = Clock,
                LoggerFactory = _loggerFactory,
            },
            MakeHandler(new(script)));
    }

    public string Route { get; }

    public StripeOperation<FormParams, Thing> Operation { get; }

    public SkippingTimeProvider Clock { get; } = new();

    public KeepingLogger Log { get; } = new();

    /// <summary>What was current while each attempt was sent.</summary>
    public List<Activity?> CurrentDuringAttempts { get; } = [];

    public IReadOnlyList<Activity> Activities => _activities.Activities;

    public IReadOnlyDictionary<string, object?> Tags => new Dictionary<string, object?>(Assert.Single(Activities).TagObjects);

    public IReadOnlyList<Measurement> Measure()
    {
        Assert.True(_meter.ForceFlush());
        return _measurements.Measurements;
    }

    public Task<StripeResult<Thing>> TryAsync(
        FormParams? parameters = null, StripeRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Operation.TrySendAsync(_client, [PathParameter], parameters, options, cancellationToken);

    /// <summary>Sends the parameters in the query of a GET of the same route.</summary>
    public Task<StripeResult<Thing>> TryGetAsync(FormParams parameters, StripeRequestOptions? options = null) =>
        new StripeOperation<FormParams, Thing>(
            "Thing.Retrieve", HttpMethod.Get, Route, Thing.ApiVersion, StripeJsonReader.Read<Thing>)
        {
            HasQuery = true,
        }
        .TrySendAsync(_client, [PathParameter], parameters, options, CancellationToken.None);

    /// <summary>Everything that was reported to observers, as text.</summary>
    public string Everything() => string.Join('\n',
    [
        .. Activities.Select(Describe),
        .. Measure().Select(measurement => measurement.ToString()),
        .. Log.Entries.Select(entry => $"{entry.Text} {Join(entry.Properties)} {entry.Exception}"),
    ]);

    public void Dispose()
    {
        _client.Dispose();
        _loggerFactory.Dispose();
        _meter.Dispose();
        _tracer.Dispose();
    }

    private StubHandler MakeHandler(Queue<Func<HttpResponseMessage>> script) => new(async (_, cancellationToken) =>
    {
        CurrentDuringAttempts.Add(Activity.Current);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return script.Dequeue()();
    });

    private static string Describe(Activity activity) => string.Join(' ',
    [
        activity.DisplayName, activity.StatusDescription, Join(activity.TagObjects), Join(activity.Baggage),
        .. activity.Events.Select(happened => happened.Name + Join(happened.Tags)),
    ]);

    private static string Join<T>(IEnumerable<KeyValuePair<string, T>> tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
