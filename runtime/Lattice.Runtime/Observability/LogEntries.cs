using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Observability;

/// <summary>The log entries: one at the end of each call, one for each retry, and one for each missing field.</summary>
internal static partial class LogEntries
{
    [LoggerMessage(1, LogLevel.Information,
        "{Method} {Route} ended with {StatusCode} in {ElapsedMilliseconds:0} ms (attempts: {Attempts}, request {RequestId})")]
    public static partial void Succeeded(
        ILogger logger, HttpMethod method, string route, int statusCode, int attempts, double elapsedMilliseconds, string? requestId);

    [LoggerMessage(2, LogLevel.Warning,
        "{Method} {Route} failed with {ErrorType} (status {StatusCode}, code {ErrorCode}) in {ElapsedMilliseconds:0} ms "
        + "(attempts: {Attempts}, request {RequestId}, outcome unknown: {IsOutcomeUnknown})")]
    public static partial void Failed(
        ILogger logger, HttpMethod method, string route, string errorType, int? statusCode, string? errorCode, int attempts,
        double elapsedMilliseconds, string? requestId, bool isOutcomeUnknown);

    [LoggerMessage(3, LogLevel.Information, "{Method} {Route} was canceled by its caller after {ElapsedMilliseconds:0} ms")]
    public static partial void Canceled(ILogger logger, HttpMethod method, string route, double elapsedMilliseconds);

    [LoggerMessage(4, LogLevel.Error, "{Method} {Route} ended in a {ExceptionType} after {ElapsedMilliseconds:0} ms")]
    public static partial void Threw(
        ILogger logger, HttpMethod method, string route, string? exceptionType, double elapsedMilliseconds);

    [LoggerMessage(5, LogLevel.Warning,
        "{Method} {Route}: attempt {Attempt} ended with {Reason}; it is repeated in {DelayMilliseconds:0} ms (request {RequestId})")]
    public static partial void Retrying(
        ILogger logger, HttpMethod method, string route, int attempt, string reason, double delayMilliseconds, string? requestId);

    [LoggerMessage(6, LogLevel.Warning,
        "A response lacks {Field}, which Stripe's specification requires; the property reads as empty. This is logged once for each field")]
    public static partial void MissingField(ILogger logger, string field);
}
