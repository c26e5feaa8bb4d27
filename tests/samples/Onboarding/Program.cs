using Onboarding;

OnboardingApp app;
try
{
    app = await OnboardingApp.StartAsync(new OnboardingHost { Arguments = args });
}
catch (ConfigurationException exception)
{
    Console.Error.WriteLine(exception.Message);
    return ExitCodes.WrongConfiguration;
}
catch (IOException exception)
{
    Console.Error.WriteLine($"The app does not start. {exception.Message}");
    return ExitCodes.CannotListen;
}

await using (app)
{
    Console.WriteLine(app.Practice is null
        ? "Using Stripe itself, with your key."
        : "Using a stand-in for Stripe: no request leaves this machine. Set STRIPE_API_KEY to use Stripe itself.");
    if (app.IsLimitedToThisMachine)
    {
        Console.WriteLine("There is no sign-in, so only this machine can open the app.");
    }

    if (!app.HasWebhooks)
    {
        Console.WriteLine($"There is no endpoint for webhooks. Set {WebhookSecret.VariableName} to let Stripe report changes of accounts.");
    }

    Console.WriteLine($"Open {app.Address} (press Ctrl+C to stop)");
    await app.WaitForShutdownAsync();
}

return ExitCodes.Success;
