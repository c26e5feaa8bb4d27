using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Quickstart;

if (!Arguments.TryParse(args, out Arguments arguments, out string? problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Arguments.Usage);
    return ExitCode.WrongUsage;
}

// Without a key nothing leaves this machine: a server on the loopback address answers as Stripe does.
string? apiKey = Environment.GetEnvironmentVariable("STRIPE_API_KEY") is { Length: > 0 } key ? key : null;
await using StripeStandInServer? standIn = apiKey is null ? await StripeStandInServer.StartAsync() : null;
using StripeClient? client = TryCreateClient();
if (client is null)
{
    return ExitCode.WrongUsage;
}

Console.WriteLine(standIn is null
    ? "Stripe, with the key in STRIPE_API_KEY"
    : $"A stand-in for Stripe on {standIn.BaseAddress} (set STRIPE_API_KEY to call Stripe itself)");

StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams
{
    Account = arguments.Unless("account", arguments.Account),
    Type = arguments.Leaves("type") ? null : AccountLinkCreateType.AccountOnboarding,
    RefreshUrl = arguments.Unless("refresh_url", "https://example.com/connect/refresh"),
    ReturnUrl = arguments.Unless("return_url", "https://example.com/connect/return"),
});

Report.Print(result, arguments.Reveal);
return result.IsSuccess ? ExitCode.Success : ExitCode.StripeError;

StripeClient? TryCreateClient()
{
    var options = new StripeClientOptions { ApiKey = apiKey ?? "sk_test_quickstart" };
    if (standIn is not null)
    {
        options.BaseAddress = standIn.BaseAddress;
    }

    try
    {
        return new StripeClient(options, new ConversationPrinter());
    }
    catch (ArgumentException exception)
    {
        Console.Error.WriteLine($"The key in STRIPE_API_KEY cannot be used. {exception.Message}");
        return null;
    }
}
