namespace Lattice.Stripe;

/// <summary>
/// The names of traces, metrics and logs, for example for <c>tracing.AddSource(StripeTelemetry.ActivitySourceName)</c> with
/// OpenTelemetry. No telemetry contains a parameter, a body, a key or a secret.
/// </summary>
/// <remarks>
/// <para>
/// There is one activity of the kind <c>Client</c> for each call, named after its method and route (<c>POST /v1/account_links</c>),
/// with an event <c>stripe.retry</c> for each retry, which has the tag <c>stripe.retry.delay</c> (in seconds). The tags of the activity
/// are those of OpenTelemetry's
/// <see href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span">HTTP client spans</see>
/// (<c>http.request.method</c>, <c>server.address</c>, <c>server.port</c>, <c>url.template</c>,
/// <c>http.response.status_code</c>, <c>http.request.resend_count</c>, <c>error.type</c>) and <c>stripe.operation</c>,
/// <c>stripe.api_version</c>, <c>stripe.request_id</c>, <c>stripe.idempotent_replayed</c>, <c>stripe.error.type</c>,
/// <c>stripe.error.code</c>, <c>stripe.outcome_unknown</c>. There are no activities of .NET's own source <c>System.Net.Http</c>
/// over the client's own connections: .NET creates them only together with tracing headers, which would leave the process.
/// </para>
/// <para>
/// The instruments are <c>stripe.client.call.duration</c> (histogram, in seconds, all attempts and the delays between them) and
/// <c>stripe.client.retries</c> (counter).
/// </para>
/// </remarks>
public static class StripeTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "Lattice.Stripe";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Lattice.Stripe";

    /// <summary>The category of the log: one entry for each call, one for each retry.</summary>
    public const string LoggerCategory = "Lattice.Stripe";
}
