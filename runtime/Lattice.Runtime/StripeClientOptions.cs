using Lattice.Stripe.Http;
using Lattice.Stripe.Observability;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe;

/// <summary>The options of a <see cref="StripeClient"/>. The client copies them: later changes do not affect it.</summary>
public sealed class StripeClientOptions
{
    /// <summary>The default address of Stripe's API: <c>https://api.stripe.com/</c>.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.stripe.com/");

    /// <summary>The secret key (<c>sk_…</c>) or restricted key (<c>rk_…</c>) for the calls.</summary>
    public SecretString? ApiKey { get; set; }

    /// <summary>
    /// The address of the API: an absolute <c>https</c> or <c>http</c> URL without a query. A live key is never sent over <c>http</c>.
    /// Default <c>https://api.stripe.com/</c>.
    /// </summary>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>
    /// The <c>Stripe-Version</c> to send; <see langword="null"/> (default) sends the version that the types were generated from.
    /// </summary>
    public string? ApiVersion { get; set; }

    /// <summary>The connected account (<c>acct_…</c>) to call for: the <c>Stripe-Account</c> header.</summary>
    public string? StripeAccount { get; set; }

    /// <summary>The <c>Stripe-Context</c> header.</summary>
    public string? StripeContext { get; set; }

    /// <summary>
    /// The time for one attempt, including its whole response; positive, at most 24 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Default 80 s, so that a slow confirmation is not interrupted.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(80);

    /// <summary>
    /// The time for a call with all its attempts and the delays between them; positive, at most 24 days. Default: no limit.
    /// </summary>
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>The maximum number of times that a failed attempt is repeated, if that is safe; 0 to 100. Default 2.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// The longest delay before a retry; zero to 24 days. If Stripe requests a longer one, the call ends immediately with
    /// <see cref="StripeError.RetryAfter"/>. Default 5 s.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The maximum length of a response body, in bytes; positive. Default 10 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// How to handle a response that lacks a field required by Stripe's specification. Default
    /// <see cref="MissingFieldPolicy.Report"/>.
    /// </summary>
    public MissingFieldPolicy MissingFields { get; set; }

    /// <summary>
    /// Whether requests use HTTP/2 if the server offers it. Turn it off for a network whose proxies or traffic inspection break it;
    /// requests then use HTTP/1.1. Default <see langword="true"/>.
    /// </summary>
    public bool EnableHttp2 { get; set; } = true;

    /// <summary>The program that calls Stripe through this library, for the <c>User-Agent</c>. Default <see langword="null"/>.</summary>
    public StripeAppInfo? AppInfo
    {
        get;
        set
        {
            field = value;
            DescribeApp = value is null ? null : AppUserAgent.Describe;
        }
    }

    /// <summary>The clock for timeouts and delays. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Creates the logger: one entry for each call (information; a warning if it failed) and one for each retry (warning), in the
    /// category <see cref="StripeTelemetry.LoggerCategory"/>. Default <see langword="null"/>: nothing is logged.
    /// </summary>
    public ILoggerFactory? LoggerFactory
    {
        get;
        set
        {
            field = value;
            Log = value is null ? null : new LoggerCallLog(value);
        }
    }

    // Set by the option that needs it, so that the native code of an app that does not use the option does not contain it.

    /// <summary>The log of <see cref="LoggerFactory"/>.</summary>
    internal CallLog? Log { get; private set; }

    /// <summary>Describes <see cref="AppInfo"/>.</summary>
    internal Func<StripeAppInfo, UserAgent>? DescribeApp { get; private set; }

    /// <summary>Checks the options, as the constructor of a client does.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names the option and never quotes a key.</exception>
    public void Validate() => _ = new ClientSettings(this);

    internal StripeClientOptions Clone() => (StripeClientOptions)MemberwiseClone();
}
