using Onboarding;

await using OnboardingApp app = await OnboardingApp.StartAsync(new OnboardingHost { Arguments = args });
Console.WriteLine(app.Practice is null
    ? "Stripe, with the key that was given."
    : "A stand-in for Stripe: nothing leaves this machine. Set STRIPE_API_KEY to use Stripe itself.");
Console.WriteLine($"Open {app.Address} (Ctrl+C ends it)");
await app.WaitForShutdownAsync();
