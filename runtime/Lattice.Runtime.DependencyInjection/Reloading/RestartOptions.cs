namespace Lattice.Stripe.Reloading;

/// <summary>The options that keep their first values until a restart, because the connections depend on them.</summary>
internal sealed class RestartOptions(StripeClientOptions first)
{
    private readonly Uri _baseAddress = first.BaseAddress;
    private readonly bool _enableHttp2 = first.EnableHttp2;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Returns the changed options, with the first values of those that do not reload.</summary>
    /// <param name="changed">The changed options, which are not modified.</param>
    /// <param name="report">Called once with the name of each option that requires a restart.</param>
    public StripeClientOptions Keep(StripeClientOptions changed, Action<string> report)
    {
        bool isOtherAddress = changed.BaseAddress != _baseAddress;
        bool isOtherVersion = changed.EnableHttp2 != _enableHttp2;
        ReportOnce(isOtherAddress, nameof(changed.BaseAddress), report);
        ReportOnce(isOtherVersion, nameof(changed.EnableHttp2), report);
        return isOtherAddress || isOtherVersion ? WithFirstValues(changed) : changed;
    }

    private void ReportOnce(bool isChanged, string option, Action<string> report)
    {
        if (isChanged && _reported.Add(option))
        {
            report(option);
        }
    }

    private StripeClientOptions WithFirstValues(StripeClientOptions changed) => new()
    {
        BaseAddress = _baseAddress,
        EnableHttp2 = _enableHttp2,
        ApiKey = changed.ApiKey,
        ApiVersion = changed.ApiVersion,
        StripeAccount = changed.StripeAccount,
        StripeContext = changed.StripeContext,
        AttemptTimeout = changed.AttemptTimeout,
        TotalTimeout = changed.TotalTimeout,
        MaxRetries = changed.MaxRetries,
        MaxRetryDelay = changed.MaxRetryDelay,
        MaxResponseBytes = changed.MaxResponseBytes,
        MissingFields = changed.MissingFields,
        AppInfo = changed.AppInfo,
        TimeProvider = changed.TimeProvider,
        LoggerFactory = changed.LoggerFactory,
    };
}
