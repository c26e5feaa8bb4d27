namespace Onboarding;

/// <summary>The app's environment: command line, clock, and output.</summary>
internal sealed record OnboardingHost
{
    /// <summary>The command line, which is part of the configuration: <c>--urls</c>, <c>--PublicAddress</c>.</summary>
    public string[] Arguments { get; init; } = [];

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The writer for traces.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>Changes the app before it is built.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };
}
