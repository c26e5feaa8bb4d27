using System.Diagnostics;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>The activity of a call. It is created only if there is a listener.</summary>
internal static class CallActivity
{
    private static readonly ActivitySource s_source = new(StripeTelemetry.ActivitySourceName, UserAgent.Version);

    public static Activity? Start(StripeCall call) => s_source.HasListeners() ? StartListened(call) : null;

    private static Activity? StartListened(StripeCall call)
    {
        OperationDescription operation = call.Operation;
        return s_source.StartActivity(
            ActivityKind.Client,
            tags:
            [
                new(CallTags.Method, operation.Method.Method),
                new(CallTags.Route, operation.Route.Text),
                new(CallTags.ServerAddress, call.Address.IdnHost),
                new(CallTags.ServerPort, call.Address.Port),
                new(CallTags.Operation, operation.Name),
                new(CallTags.ApiVersion, call.ApiVersion),
            ],
            name: $"{operation.Method} {operation.Route.Text}");
    }

    public static void AddRetry(Activity activity, int attempt, string reason, TimeSpan delay) => activity.AddEvent(new ActivityEvent(
        "stripe.retry",
        tags: new ActivityTagsCollection
        {
            [CallTags.ResendCount] = attempt,
            [CallTags.ErrorKind] = reason,
            [CallTags.RetryDelay] = delay.TotalSeconds,
        }));

    public static void End(Activity activity, StripeResponse? response, StripeError? error)
    {
        int attempts = response?.Attempts ?? error!.Attempts;
        if (attempts > 1)
        {
            activity.SetTag(CallTags.ResendCount, attempts - 1);
        }

        if (response is not null)
        {
            activity.SetTag(CallTags.StatusCode, (int)response.StatusCode);
            activity.SetTag(CallTags.RequestId, TelemetrySanitizer.RequestId(response.RequestId));
            activity.SetTag(CallTags.IsIdempotentReplay, response.IsIdempotentReplay ? true : null);
        }

        if (error is not null)
        {
            SetError(activity, error);
        }

        activity.Dispose();
    }

    public static void Throw(Activity activity, Exception exception)
    {
        activity.SetTag(CallTags.ErrorKind, exception.GetType().FullName);
        activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }

    private static void SetError(Activity activity, StripeError error)
    {
        string? type = TelemetrySanitizer.Name(error.Type.Value);
        activity.SetTag(CallTags.ErrorKind, ErrorKind.Of(error));
        activity.SetTag(CallTags.StripeErrorType, type);
        activity.SetTag(CallTags.StripeErrorCode, TelemetrySanitizer.Name(error.Code));
        activity.SetTag(CallTags.OutcomeUnknown, error.IsOutcomeUnknown ? true : null);
        activity.SetStatus(ActivityStatusCode.Error, type);
    }
}
