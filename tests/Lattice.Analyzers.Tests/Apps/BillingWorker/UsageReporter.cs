using System.Globalization;
using Lattice.Stripe;
using Lattice.Stripe.Billing;
using Microsoft.Extensions.Logging;

namespace Contoso.BillingWorker;

public sealed class UsageReporter(
    IStripeClient stripe, StripeRetryPolicy retries, BillingContext db, TimeProvider clock, ILogger<UsageReporter> logger)
{
    /// <summary>Stripe remembers a key and an identifier for at least a day.</summary>
    private static readonly TimeSpan s_safeToRepeat = TimeSpan.FromHours(23);

    /// <summary>Reports one record, stores what came of it, and returns whether it makes sense to go on with others.</summary>
    public async Task<bool> ReportAsync(UsageRecord record, CancellationToken cancellationToken)
    {
        record.FirstAttemptAt ??= clock.GetUtcNow();
        if (clock.GetUtcNow() - record.FirstAttemptAt > s_safeToRepeat)
        {
            record.State = UsageState.NeedsReview;
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        // The same order always leads to the same parameters: a key must not be used with others.
        var usage = new MeterEventCreateParams
        {
            EventName = record.Meter,
            Identifier = record.OrderNumber,
            Timestamp = record.ShippedAt,
            Payload = new() { ["stripe_customer_id"] = record.CustomerId, ["value"] = record.Units.ToString(CultureInfo.InvariantCulture) },
        };

        try
        {
            string key = $"usage-{record.OrderNumber}";
            StripeResult<MeterEvent> result = await retries.RunAsync(
                key, (options, token) => MeterEvent.TryCreateAsync(stripe, usage, options, token), cancellationToken);
            return Apply(record, result);
        }
        catch (StripeCanceledException canceled) when (canceled.IsOutcomeUnknown)
        {
            // The process is stopping. The next one repeats the call with the same key.
            record.State = UsageState.OutcomeUnknown;
            throw;
        }
        finally
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private bool Apply(UsageRecord record, StripeResult<MeterEvent> result)
    {
        if (result.IsSuccess)
        {
            record.State = UsageState.Reported;
            logger.LogInformation("{Order} is reported (replay: {Replay})", record.OrderNumber, result.Response.IsIdempotentReplay);
            return true;
        }

        StripeError error = result.Error;
        record.LastError = $"{error.Type} {error.Code} {error.RequestId}".Trim();
        (record.State, LogLevel level) = error switch
        {
            { IsOutcomeUnknown: true } when result.Response is { IsIdempotentReplay: true } => (UsageState.NeedsReview, LogLevel.Error),
            { IsOutcomeUnknown: true } => (UsageState.OutcomeUnknown, LogLevel.Warning),
            { Type.Value: StripeErrorType.RateLimitError or StripeErrorType.ConnectionError } => (UsageState.Open, LogLevel.Warning),
            { Type.Value: StripeErrorType.AuthenticationError or StripeErrorType.PermissionError } => (UsageState.Open, LogLevel.Critical),
            _ => (UsageState.Rejected, LogLevel.Error),
        };
        logger.Log(level, "{Order} is {State}: {Error}, param {Param}", record.OrderNumber, record.State, record.LastError, error.Param);
        return level != LogLevel.Critical;
    }
}
