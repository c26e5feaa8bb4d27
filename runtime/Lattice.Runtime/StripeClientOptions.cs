using Lattice.Stripe.Http;
using Lattice.Stripe.Observability;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe;

/// <summary>How a <see cref="StripeClient"/> works. The client takes a copy: later changes have no effect on it.</summary>
public sealed class StripeClientOptions
{
    /// <summary>Where Stripe's API is unless said otherwise.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.stripe.com/");

    /// <summary>The secret key (<c>sk_…</c>) or restricted key (<c>rk_…</c>) that calls are made with.</summary>
    public SecretString ApiKey { get; set; }

    /// <summary>
    /// Where the API is; absolute, <c>https</c> or <c>http</c>, without query. A live key is never sent over <c>http</c>. Default
    /// <c>https://api.stripe.com/</c>.
    /// </summary>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>
    /// The <c>Stripe-Version</c> to send; <see langword="null"/> (default) sends the one that the types were generated
    /// from.
    /// </summary>
    public string? ApiVersion { get; set; }

    /// <summary>The connected account (<c>acct_…</c>) that calls are made for: the <c>Stripe-Account</c> header.</summary>
    public string? StripeAccount { get; set; }

    /// <summary>The <c>Stripe-Context</c> header.</summary>
    public string? StripeContext { get; set; }

    /// <summary>
    /// How long to wait for the whole response of one attempt; positive, at most 24 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Default 80 s: a slow confirmation must not be cut off while it runs.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(80);

    /// <summary>
    /// How long a call may take with all its attempts and the waits between them; positive, at most 24 days. Default: no
    /// limit.
    /// </summary>
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>How often a failed attempt is repeated where that is safe; 0 (never) to 100. Default 2.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// The longest wait that is obeyed; zero to 24 days. If Stripe asks for a longer one, the call ends with
    /// <see cref="StripeError.RetryAfter"/> at once. Default 5 s.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest response body that is read, in bytes; positive. Default 10 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// What becomes of a response without a field that Stripe's specification requires. Default
    /// <see cref="MissingFieldPolicy.Report"/>.
    /// </summary>
    public MissingFieldPolicy MissingFields { get; set; }

    /// <summary>
    /// Whether requests use HTTP/2 where the server offers it. Turn it off for a network whose proxies or inspection of
    /// traffic break it; requests use HTTP/1.1 then. Default <see langword="true"/>.
    /// </summary>
    public bool EnableHttp2 { get; set; } = true;

    /// <summary>The program that calls Stripe through this library, for the <c>User-Agent</c>. Default: none.</summary>
    public StripeAppInfo? AppInfo
    {
        get;
        set
        {
            field = value;
            DescribeApp = value is null ? null : AppUserAgent.Describe;
        }
    }

    /// <summary>The clock for timeouts and waits. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where the log goes: one entry for each call (information; a warning if it failed), one for each retry (warning), in the
    /// category <see cref="StripeTelemetry.LoggerCategory"/>. Default: nowhere.
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

    // What only some apps use is tied to the option that asks for it: native code of the others does without.

    /// <summary>The log of <see cref="LoggerFactory"/>.</summary>
    internal CallLog? Log { get; private set; }

    /// <summary>Describes <see cref="AppInfo"/>.</summary>
    internal Func<StripeAppInfo, UserAgent>? DescribeApp { get; private set; }

    /// <summary>Checks the options as making a client does.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it and never quotes a key.</exception>
    public void Validate() => _ = new ClientSettings(this);

    internal StripeClientOptions Clone() => (StripeClientOptions)MemberwiseClone();
}
