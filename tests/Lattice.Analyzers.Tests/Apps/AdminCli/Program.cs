using AdminCli;
using Lattice.Stripe;

if (!CliOptions.TryParse(args, out var options, out var problem))
    return Refuse($"{problem}\n\n{CliOptions.Usage}");

if (Environment.GetEnvironmentVariable("STRIPE_API_KEY") is not { Length: > 0 } key)
    return Refuse("Set STRIPE_API_KEY to a restricted key that may do this.");

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };

var clientOptions = new StripeClientOptions
{
    ApiKey = key,
    StripeAccount = Environment.GetEnvironmentVariable("STRIPE_ACCOUNT") is { Length: > 0 } account ? account : null,
    TotalTimeout = TimeSpan.FromMinutes(2),
    MaxRetries = 4,
    AppInfo = new() { Name = "stripe-admin", Version = "2.1.0" },
};
if (Environment.GetEnvironmentVariable("STRIPE_API_BASE") is { Length: > 0 } address)
    clientOptions.BaseAddress = new Uri(address);

try
{
    using var client = new StripeClient(clientOptions);
    var reporter = new Reporter(Console.Out, options.Format);
    var bulk = new BulkCommands(client, reporter, options);
    return options.Command switch
    {
        "apple-pay" => await bulk.RegisterDomainsAsync(stop.Token),
        "usage" => await bulk.ReportUsageAsync(stop.Token),
        "evidence" => await new SingleCommands(client, reporter).ShareFileAsync(options, stop.Token),
        "clock" when key.Contains("_live_", StringComparison.Ordinal) => Refuse("Test clocks do not exist in live mode."),
        "clock" => await new SingleCommands(client, reporter).CreateClockAsync(options, stop.Token),
        _ => Refuse(CliOptions.Usage),
    };
}
catch (StripeException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ExitCode.Of(exception.Error);
}
catch (StripeCanceledException exception)
{
    await Console.Error.WriteLineAsync(exception.IsOutcomeUnknown
        ? $"Stopped. The last call may have been carried out: its idempotency key is {exception.IdempotencyKey}."
        : "Stopped before anything was sent.");
    return ExitCode.Canceled;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
{
    return Refuse(exception.Message);
}

static int Refuse(string reason)
{
    Console.Error.WriteLine(reason);
    return ExitCode.Usage;
}
