using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Lattice.Stripe;
using Lattice.Stripe.Billing;

namespace AdminCli;

/// <summary>One line of the result. A replay means that an earlier run had done it.</summary>
internal sealed record BulkRow(string Item, string Status, string? Id, string? RequestId, string? Detail)
{
    public static BulkRow Of<T>(string item, StripeResult<T> result, Func<T, string> idOf)
        where T : StripeResource => result switch
    {
        { IsSuccess: true, Value: { } value, Response: var response } =>
            new(item, response.IsIdempotentReplay ? "unchanged" : "done", idOf(value), response.RequestId, null),
        { Error: { IsOutcomeUnknown: true } error } => new(item, "unknown", null, error.RequestId, error.Type.Value),
        { Error: { } error } => new(item, "failed", null, error.RequestId, $"{error.Code ?? error.Type.Value} {error.Param}".TrimEnd()),
        _ => new(item, "failed", null, null, "no result"),
    };
}

internal sealed class BulkCommands(IStripeClient client, Reporter reporter, CliOptions options)
{
    public Task<int> RegisterDomainsAsync(CancellationToken cancellationToken) => RunAsync(
        ReadLinesAsync(options.Argument, cancellationToken),
        domain => domain,
        async (domain, token) =>
        {
            var result = await ApplePayDomain.TryCreateAsync(client, new() { DomainName = domain }, WithKey("domain", domain), token);
            return BulkRow.Of(domain, result, registered => registered.Id);
        },
        cancellationToken);

    public async Task<int> ReportUsageAsync(CancellationToken cancellationToken)
    {
        // A file with a mistake in it is not used at all.
        var lines = await ReadLinesAsync(options.Argument, cancellationToken)
            .Select(line => UsageLine.Parse(line))
            .ToListAsync(cancellationToken);
        return await RunAsync(lines.ToAsyncEnumerable(), line => line.Id, ReportAsync, cancellationToken);

        async Task<BulkRow> ReportAsync(UsageLine line, CancellationToken token)
        {
            var result = await MeterEvent.TryCreateAsync(client, line.ToParams(), WithKey("usage", line.Id), token);
            return BulkRow.Of(line.Id, result, usage => usage.Identifier);
        }
    }

    private async Task<int> RunAsync<T>(
        IAsyncEnumerable<T> items, Func<T, string> nameOf, Func<T, CancellationToken, Task<BulkRow>> run, CancellationToken ct)
    {
        var rows = new ConcurrentBag<BulkRow>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = ct };
        try
        {
            await Parallel.ForEachAsync(items, parallel, async (item, token) =>
            {
                try
                {
                    rows.Add(await run(item, token));
                }
                catch (StripeCanceledException canceled)
                {
                    rows.Add(new(nameOf(item), canceled.IsOutcomeUnknown ? "unknown" : "not sent", null, null, "stopped"));
                    throw;
                }
            });
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The rows say what was done until then.
        }

        var sorted = rows.OrderBy(row => row.Status).ThenBy(row => row.Item, StringComparer.Ordinal).ToList();
        reporter.Write(sorted);
        if (options.Export is { } file)
            await reporter.ExportAsync(sorted, file, CancellationToken.None);

        if (ct.IsCancellationRequested || sorted.Exists(row => row.Status is "unknown"))
            await Console.Error.WriteLineAsync($"To finish, repeat the command with --run {options.Run} within a day.");

        return ct.IsCancellationRequested ? ExitCode.Canceled
            : sorted.TrueForAll(row => row.Status is "done" or "unchanged") ? ExitCode.Success
            : ExitCode.SomeFailed;
    }

    /// <summary>A repeated run repeats the calls with their keys, and a new run does not get the stored errors of an earlier one.</summary>
    private StripeRequestOptions WithKey(string command, string item) =>
        new() { IdempotencyKey = $"{command}-{options.Run}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(item)))}" };

    private static async IAsyncEnumerable<string> ReadLinesAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            if (line.Trim() is { Length: > 0 } text and not ['#', ..])
            {
                yield return text;
            }
        }
    }
}

internal sealed record UsageLine(string Meter, string Customer, long Value, string Id, DateTimeOffset Time)
{
    public static UsageLine Parse(string line) => line.Split(',', StringSplitOptions.TrimEntries) switch
    {
        [var meter, var customer, var value, var id, var time] => new(
            meter,
            customer,
            long.Parse(value, CultureInfo.InvariantCulture),
            id,
            DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        var fields => throw new FormatException($"A line needs 5 fields, but one has {fields.Length}."),
    };

    public MeterEventCreateParams ToParams()
    {
        var value = Value.ToString(CultureInfo.InvariantCulture);
        var payload = new StripeMap<string?> { { "stripe_customer_id", Customer }, { "value", value } };
        return new() { EventName = Meter, Identifier = Id, Timestamp = Time, Payload = payload };
    }
}
