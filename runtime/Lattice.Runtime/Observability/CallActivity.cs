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
                new(TagNames.Method, operation.Method.Method),
                new(TagNames.Route, operation.Route.Text),
                new(TagNames.ServerAddress, call.Address.IdnHost),
                new(TagNames.ServerPort, call.Address.Port),
                new(TagNames.Operation, operation.Name),
                new(TagNames.ApiVersion, call.ApiVersion),
            ],
            name: $"{operation.Method} {operation.Route.Text}");
    }

    public static void AddRetry(Activity activity, int attempt, string reason, TimeSpan delay) => activity.AddEvent(new ActivityEvent(
        "stripe.retry",
        tags: new ActivityTagsCollection
        {
            [TagNames.ResendCount] = attempt,
            [TagNames.ErrorKind] = reason,
            [TagNames.RetryDelay] = delay.TotalSeconds,
        }));

    public static void End(Activity activity, StripeResponse? response, StripeError? error)
    {
        int attempts = response?.Attempts ?? error!.Attempts;
        if (attempts > 1)
        {
            activity.SetTag(TagNames.ResendCount, attempts - 1);
        }

        if (response is not null)
        {
            activity.SetTag(TagNames.StatusCode, (int)response.StatusCode);
            activity.SetTag(TagNames.RequestId, TelemetrySanitizer.RequestId(response.RequestId));
            activity.SetTag(TagNames.IsIdempotentReplay, response.IsIdempotentReplay ? true : null);
        }

        if (error is not null)
        {
            SetError(activity, error);
        }

        activity.Dispose();
    }

    public static void Throw(Activity activity, Exception exception)
    {
        activity.SetTag(TagNames.ErrorKind, exception.GetType().FullName);
        activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }

    private static void SetError(Activity activity, StripeError error)
    {
        string? type = TelemetrySanitizer.Name(error.Type.Value);
        activity.SetTag(TagNames.ErrorKind, ErrorKind.Of(error));
        activity.SetTag(TagNames.StripeErrorType, type);
        activity.SetTag(TagNames.StripeErrorCode, TelemetrySanitizer.Name(error.Code));
        activity.SetTag(TagNames.OutcomeUnknown, error.IsOutcomeUnknown ? true : null);
        activity.SetStatus(ActivityStatusCode.Error, type);
    }
}
