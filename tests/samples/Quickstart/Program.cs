using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Quickstart;

if (!Arguments.TryParse(args, out Arguments arguments, out string? error))
{
    Console.Error.WriteLine(error);
    Console.Error.WriteLine(Arguments.Usage);
    return ExitCodes.WrongUsage;
}

// Without a key no request leaves this machine: the stand-in on the loopback address responds as Stripe does.
string? apiKey = Environment.GetEnvironmentVariable("STRIPE_API_KEY") is { Length: > 0 } key ? key : null;
await using StripeStandInServer? standIn = apiKey is null ? await StripeStandInServer.StartAsync() : null;
using StripeClient? client = TryCreateClient();
if (client is null)
{
    return ExitCodes.WrongUsage;
}

Console.WriteLine(standIn is null
    ? "Using Stripe itself, with the key in STRIPE_API_KEY"
    : $"Using a stand-in for Stripe at {standIn.BaseAddress} (set STRIPE_API_KEY to use Stripe itself)");

StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams
{
    Account = arguments.GetValue("account", arguments.Account),
    Type = arguments.IsOmitted("type") ? null : AccountLinkCreateType.AccountOnboarding,
    RefreshUrl = arguments.GetValue("refresh_url", "https://example.com/connect/refresh"),
    ReturnUrl = arguments.GetValue("return_url", "https://example.com/connect/return"),
});

ResultPrinter.Print(result, arguments.Reveal);
return result.IsSuccess ? ExitCodes.Success : ExitCodes.StripeError;

StripeClient? TryCreateClient()
{
    var options = new StripeClientOptions { ApiKey = apiKey ?? "sk_test_quickstart" };
    if (standIn is not null)
    {
        options.BaseAddress = standIn.BaseAddress;
    }

    try
    {
        return new StripeClient(options, new PrintingHandler());
    }
    catch (ArgumentException exception)
    {
        Console.Error.WriteLine($"The key in STRIPE_API_KEY cannot be used. {exception.Message}");
        return null;
    }
}
