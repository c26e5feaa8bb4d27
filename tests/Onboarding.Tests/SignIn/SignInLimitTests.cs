using System.Net;
using Microsoft.Extensions.Logging;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.SignIn;

/// <summary>A client can try five passwords a minute.</summary>
public sealed class SignInLimitTests
{
    private const string Password = "planted password";

    [Fact]
    public async Task After_five_attempts_even_the_right_password_is_rejected()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();
        List<int> statuses = [];
        for (int i = 0; i < 5; i++)
        {
            statuses.Add((await visitor.SignInAsync($"wrong password {i}")).StatusCode);
        }

        Response rejected = await visitor.SignInAsync(Password);

        Assert.Equal([403, 403, 403, 403, 403], statuses);
        Assert.Equal((429, "Too many attempts to sign in"), (rejected.StatusCode, rejected.Heading));
        Assert.InRange(int.Parse(rejected.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("/sign-in", (await visitor.GetAsync()).Location);
        Assert.Contains(running.Log.At(LogLevel.Warning), line => line.Contains("too often", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forty_attempts_at_once_are_five_attempts()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync("/sign-in")).GetForm("Sign in");
        form["password"] = "wrong password!!";

        Response[] responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => visitor.PostAsync("/sign-in", form)));

        Assert.Equal(
            [(403, 5), (429, 35)],
            responses.CountBy(response => response.StatusCode).Select(count => (count.Key, count.Value)).Order());
    }

    [Fact]
    public async Task Another_client_has_its_own_attempts()
    {
        await using RunningApp running = await StartAsync();
        using Visitor attacker = running.NewVisitorFrom(IPAddress.Parse("127.0.0.2"));
        using Visitor visitor = running.NewVisitor();
        Response attempt;
        do
        {
            attempt = await attacker.SignInAsync("wrong password!!");
        }
        while (attempt.StatusCode == 403);

        Assert.Equal(429, attempt.StatusCode);
        Assert.Equal("/", (await visitor.SignInAsync(Password)).Location);
    }

    private static Task<RunningApp> StartAsync() => RunningApp.StartAsync(arguments: $"--SignIn:Password={Password}");
}
