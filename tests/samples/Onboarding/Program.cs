using Onboarding;

await using OnboardingApp app = await OnboardingApp.StartAsync(new OnboardingHost { Arguments = args });
Console.WriteLine(app.Practice is null
    ? "Using Stripe itself, with your key."
    : "Using a stand-in for Stripe: no request leaves this machine. Set STRIPE_API_KEY to use Stripe itself.");
Console.WriteLine($"Open {app.Address} (press Ctrl+C to stop)");
await app.WaitForShutdownAsync();
