namespace Onboarding.Tests.Support;

/// <summary>The app with a key and one seller, and what it takes for Stripe.</summary>
internal sealed class RealApp : IAsyncDisposable
{
    public const string Key = "sk_test_planted_key";
    public const string Account = "acct_1Planted";

    private readonly CannedStripe _stripe;

    private RealApp(CannedStripe stripe, RunningApp running)
    {
        _stripe = stripe;
        Running = running;
        Visitor = running.NewVisitor();
    }

    public RunningApp Running { get; }

    public Visitor Visitor { get; }

    public LogLines Log => Running.Log;

    public DateTimeOffset Now => Running.Clock.GetUtcNow();

    public static Task<RealApp> StartAsync(params string[] arguments) =>
        StartWithoutSecretAsync([$"--STRIPE_WEBHOOK_SECRET={AccountEvent.Secret}", .. arguments]);

    /// <summary>Starts the app without a secret for webhooks.</summary>
    public static async Task<RealApp> StartWithoutSecretAsync(params string[] arguments)
    {
        CannedStripe stripe = await CannedStripe.StartAsync();
        RunningApp running = await RunningApp.StartAsync(
            configure: null,
            [
                $"--STRIPE_API_KEY={Key}", $"--Stripe:BaseAddress={stripe.Address}", "--Stripe:MaxRetries=0",
                "--Sellers:0:Name=Planted & Sons", $"--Sellers:0:Account={Account}",
                .. arguments,
            ]);
        return new RealApp(stripe, running);
    }

    /// <summary>Sets the account as Stripe returns it to a request. Until then, requests for it are errors.</summary>
    public void SetAccount(string fields) =>
        _stripe.Responses[$"GET /v1/accounts/{Account}"] = (200, $$"""{ "id": "{{Account}}", "object": "account", {{fields}} }""");

    /// <summary>Lets requests for the account fail again.</summary>
    public void RemoveAccount() => _stripe.Responses.Clear();

    /// <summary>Calls a delegate while Stripe is about to respond to a request for the account, and before the response is read.</summary>
    public void OnRetrieve(Func<Task> action) => _stripe.OnRequest = action;

    public async Task<int> SendAsync(AccountEvent sent) => (await Visitor.SendAsync(sent.CreateRequest())).StatusCode;

    /// <summary>Returns the state of the account on the list of sellers.</summary>
    public async Task<string> GetBadgeAsync() => Assert.Single((await Visitor.GetAsync()).Badges);

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await Running.DisposeAsync();
        await _stripe.DisposeAsync();
    }
}
