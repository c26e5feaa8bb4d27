namespace Lattice.Stripe.Observability;

/// <summary>The names of all tags of activities and metrics.</summary>
internal static class TagNames
{
    public const string Method = "http.request.method";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string Route = "url.template";
    public const string StatusCode = "http.response.status_code";
    public const string ResendCount = "http.request.resend_count";
    public const string ErrorKind = "error.type";
    public const string Operation = "stripe.operation";
    public const string ApiVersion = "stripe.api_version";
    public const string RequestId = "stripe.request_id";
    public const string IsIdempotentReplay = "stripe.idempotent_replayed";
    public const string StripeErrorType = "stripe.error.type";
    public const string StripeErrorCode = "stripe.error.code";
    public const string OutcomeUnknown = "stripe.outcome_unknown";
    public const string RetryDelay = "stripe.retry.delay";
}
