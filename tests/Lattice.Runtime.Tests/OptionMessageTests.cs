namespace Lattice.Stripe.Tests;

/// <summary>The message for an invalid option names it and does not quote its value, which may be a key.</summary>
public sealed class OptionMessageTests
{
    private const string Hidden = "sk_live_hidden";

    private static readonly Dictionary<string, Action<StripeClientOptions>> s_badOptions = new()
    {
        ["ApiKey: none"] = options => options.ApiKey = default,
        ["ApiKey: empty"] = options => options.ApiKey = "",
        ["ApiKey: white space"] = options => options.ApiKey = Hidden + " ",
        ["ApiKey: left out"] = options => options.ApiKey = "[redacted]",
        ["BaseAddress: null"] = options => options.BaseAddress = null!,
        ["BaseAddress: relative"] = options => options.BaseAddress = new Uri("/v1", UriKind.Relative),
        ["BaseAddress: not http"] = options => options.BaseAddress = new Uri("ftp://example.com/"),
        ["BaseAddress: a user"] = options => options.BaseAddress = new Uri($"https://user:{Hidden}@example.com/"),
        ["BaseAddress: a query"] = options => options.BaseAddress = new Uri($"https://example.com/?{Hidden}"),
        ["ApiVersion: empty"] = options => options.ApiVersion = "",
        ["ApiVersion: a line end"] = options => options.ApiVersion = Hidden + "\n",
        ["StripeAccount: empty"] = options => options.StripeAccount = "",
        ["StripeAccount: outside ASCII"] = options => options.StripeAccount = Hidden + "é",
        ["StripeContext: empty"] = options => options.StripeContext = "",
        ["StripeContext: white space"] = options => options.StripeContext = Hidden + " x",
        ["AttemptTimeout: zero"] = options => options.AttemptTimeout = TimeSpan.Zero,
        ["AttemptTimeout: negative"] = options => options.AttemptTimeout = TimeSpan.FromSeconds(-1),
        ["AttemptTimeout: too long"] = options => options.AttemptTimeout = TimeSpan.MaxValue,
        ["TotalTimeout: zero"] = options => options.TotalTimeout = TimeSpan.Zero,
        ["TotalTimeout: infinite"] = options => options.TotalTimeout = Timeout.InfiniteTimeSpan,
        ["TotalTimeout: too long"] = options => options.TotalTimeout = TimeSpan.FromDays(25),
        ["MaxRetries: negative"] = options => options.MaxRetries = -1,
        ["MaxRetries: too many"] = options => options.MaxRetries = 101,
        ["MaxRetryDelay: negative"] = options => options.MaxRetryDelay = -TimeSpan.FromTicks(1),
        ["MaxRetryDelay: too long"] = options => options.MaxRetryDelay = TimeSpan.FromDays(25),
        ["MaxResponseBytes: zero"] = options => options.MaxResponseBytes = 0,
        ["MaxResponseBytes: negative"] = options => options.MaxResponseBytes = int.MinValue,
        ["MissingFields: unknown"] = options => options.MissingFields = (MissingFieldPolicy)2,
        ["MissingFields: negative"] = options => options.MissingFields = (MissingFieldPolicy)(-1),
        ["AppInfo: a line end"] = options => options.AppInfo = new StripeAppInfo { Name = Hidden + "\n" },
        ["TimeProvider: null"] = options => options.TimeProvider = null!,
    };

    public static TheoryData<string> BadOptions => [.. s_badOptions.Keys];

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_client_that_rejects_an_option_names_it(string option)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => Caller.Succeeding(s_badOptions[option]));

        Assert.Contains(option[..option.IndexOf(':', StringComparison.Ordinal)], exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, exception.ToString(), StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, StripeRequestOptions> s_badCalls = new()
    {
        ["ApiKey: empty"] = new() { ApiKey = "" },
        ["ApiKey: a line end"] = new() { ApiKey = Hidden + "\n" },
        ["ApiKey: left out"] = new() { ApiKey = "[redacted]" },
        ["ApiVersion: empty"] = new() { ApiVersion = "" },
        ["StripeAccount: a line end"] = new() { StripeAccount = Hidden + "\n" },
        ["StripeContext: white space"] = new() { StripeContext = Hidden + " x" },
        ["IdempotencyKey: empty"] = new() { IdempotencyKey = "" },
        ["IdempotencyKey: too long"] = new() { IdempotencyKey = new string('k', 256) },
        ["AttemptTimeout: zero"] = new() { AttemptTimeout = TimeSpan.Zero },
        ["AttemptTimeout: too long"] = new() { AttemptTimeout = TimeSpan.MaxValue },
        ["TotalTimeout: negative"] = new() { TotalTimeout = -TimeSpan.FromSeconds(1) },
        ["TotalTimeout: infinite"] = new() { TotalTimeout = Timeout.InfiniteTimeSpan },
        ["MaxRetries: negative"] = new() { MaxRetries = -1 },
        ["MaxRetries: too many"] = new() { MaxRetries = 101 },
        ["Authorization: an extra header"] = new() { ExtraHeaders = new Dictionary<string, string> { ["Authorization"] = Hidden } },
        ["X-Mine: an extra header"] = new() { ExtraHeaders = new Dictionary<string, string> { ["X-Mine"] = Hidden + "\n" } },
        ["text: an extra parameter"] = new() { ExtraParameters = new Dictionary<string, string> { ["text"] = Hidden } },
    };

    public static TheoryData<string> BadCalls => [.. s_badCalls.Keys];

    [Theory]
    [MemberData(nameof(BadCalls))]
    public async Task A_call_that_rejects_an_option_names_it_and_sends_nothing(string option)
    {
        using Caller caller = Caller.Succeeding();

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => caller.TryAsync(new ThingParams { Text = "t" }, s_badCalls[option]));

        Assert.Contains(option[..option.IndexOf(':', StringComparison.Ordinal)], exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(caller.Handler.Requests);
    }
}
