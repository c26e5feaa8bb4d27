using Lattice.Stripe;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Contoso.BillingWorker;

internal sealed class UsageWorker(
    BillingContext db, UsageQueue queue, UsageReporter reporter, MeterStreamClient stream,
    IHostApplicationLifetime lifetime, ILogger<UsageWorker> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FillAsync(stoppingToken), DrainAsync(stoppingToken));

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            await foreach (UsageRecord record in db.OpenUsageAsync(cancellationToken))
            {
                await queue.EnqueueAsync(record.OrderNumber, cancellationToken);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<string> batch in queue.ReadBatchesAsync(size: 100, cancellationToken))
        {
            ILookup<bool, UsageRecord> byVolume = (await db.FindAsync(batch)).ToLookup(record => record.IsHighVolume);
            if (byVolume[true].ToList() is { Count: > 0 } many)
            {
                await StreamAsync(many, cancellationToken);
            }

            foreach (UsageRecord record in byVolume[false])
            {
                if (!await reporter.ReportAsync(record, cancellationToken))
                {
                    logger.LogCritical("The key does not work. The worker stops, and all open usage stays open");
                    Environment.ExitCode = 2;
                    lifetime.StopApplication();
                    return;
                }
            }

            queue.Complete(batch);
        }
    }

    private async Task StreamAsync(List<UsageRecord> records, CancellationToken cancellationToken)
    {
        try
        {
            await stream.SendAsync(records, cancellationToken);
            records.ForEach(record => record.State = UsageState.Reported);
        }
        catch (StripeException exception)
        {
            StripeError error = exception.Error;
            logger.LogError("There is no session for the stream: {Type}, request {RequestId}", error.Type, error.RequestId);
        }
        catch (HttpRequestException exception)
        {
            // The records stay open, and their identifiers keep Stripe from counting them twice.
            logger.LogWarning("The stream did not take {Count} records: {Status}", records.Count, exception.StatusCode);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
