using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Lattice.Stripe.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests;

/// <summary>The URL of a link is a bearer token: nothing but <c>Reveal()</c> shows it.</summary>
public class LinkSecrecyTests
{
    private const string Token = "t0k3n-that-nobody-may-see";
    private const string Body = $$"""
        {
          "object": "account_link", "created": 1, "expires_at": 301, "url": "https://connect.stripe.com/setup/s/{{Token}}",
          "url_v2": "{{Token}}"
        }
        """;

    public static TheoryData<string> Channels => [.. s_channels.Keys];

    private static readonly Dictionary<string, Func<StripeResult<AccountLink>, string>> s_channels = new()
    {
        ["ToString"] = result => result.Value!.ToString(),
        ["interpolation"] = result => $"{result.Value} {result.Value!.Url} {result.Value.Url,20}",
        ["result"] = result => result.ToString(),
        ["response"] = result => result.Response!.ToString(),
        ["JSON"] = result => JsonSerializer.Serialize(result.Value),
        ["JSON of the secret"] = result => JsonSerializer.Serialize(result.Value!.Url),
        ["JSON of the result"] = result => JsonSerializer.Serialize(new { result.Value, result.Value!.Url }),
        ["JSON of the whole result"] = result => JsonSerializer.Serialize(result),
        ["JSON of the response"] = result => JsonSerializer.Serialize(result.Response),
        ["debugger display"] = result => string.Join(' ', new[] { typeof(AccountLink), typeof(SecretString) }
            .SelectMany(type => type.GetCustomAttributes<DebuggerDisplayAttribute>()).Select(display => display.Value)),
        ["public properties"] = result =>
            string.Join(' ', typeof(SecretString).GetProperties().Select(property => property.GetValue(result.Value!.Url))),
        ["public fields"] = result =>
            string.Join(' ', typeof(SecretString).GetFields().Select(field => field.GetValue(result.Value!.Url))),
        ["structured log"] = Log,
    };

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task The_URL_is_not_shown_by(string channel)
    {
        using StripeClient client = StandIns.Responding(Body);
        StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(client, StandIns.AllFour);

        string text = s_channels[channel](result);

        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        Assert.Contains(Token, result.Value!.Url.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_of_a_link_contains_a_placeholder_for_the_URL()
    {
        using StripeClient client = StandIns.Responding(Body);

        JsonElement json = JsonSerializer.SerializeToElement(await AccountLink.CreateAsync(client, StandIns.AllFour));

        Assert.Equal("[redacted]", json.GetProperty("url").GetString());
        Assert.Equal("account_link", json.GetProperty("object").GetString());
    }

    [Theory]
    [InlineData("""{"url":"https://connect.stripe.com/setup/s/t0k3n-that-nobody-may-see",""")]
    [InlineData("""["https://connect.stripe.com/setup/s/t0k3n-that-nobody-may-see"]""")]
    [InlineData("""{"url":t0k3n-that-nobody-may-see}""")]
    [InlineData("""<html>t0k3n-that-nobody-may-see</html>""")]
    public async Task The_exception_for_an_invalid_body_does_not_contain_the_URL(string body)
    {
        using StripeClient client = StandIns.Responding(body);

        StripeException exception = await Assert.ThrowsAsync<StripeException>(() => AccountLink.CreateAsync(client, StandIns.AllFour));

        Assert.Equal(StripeErrorType.DecodingError, exception.Error.Type);
        Assert.DoesNotContain("t0k3n", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("t0k3n", JsonSerializer.Serialize(exception.Error), StringComparison.Ordinal);
    }

    private static string Log(StripeResult<AccountLink> result)
    {
        var sink = new ListLogger();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(sink));
#pragma warning disable CA1848, CA1873, CA2254 // Code that users write in a hurry must be safe too.
        factory.CreateLogger("test").LogInformation("Created {Link} at {Url}: {@Result}", result.Value, result.Value!.Url, result);
#pragma warning restore CA1848, CA1873, CA2254
        Assert.NotEmpty(sink.Lines);
        return string.Join('\n', sink.Lines);
    }

    private sealed class ListLogger : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Add(formatter(state, exception));
            Lines.AddRange(((IEnumerable<KeyValuePair<string, object?>>)state!).Select(value => $"{value.Key}={value.Value}"));
        }

        public void Dispose()
        {
        }
    }
}
