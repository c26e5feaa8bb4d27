namespace Onboarding;

/// <summary>What the app runs in.</summary>
internal sealed record OnboardingHost
{
    /// <summary>The command line, which is configuration: <c>--urls</c>, <c>--PublicAddress</c>.</summary>
    public string[] Arguments { get; init; } = [];

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the traces are written.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>Adds to the app before it is built.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };
}
