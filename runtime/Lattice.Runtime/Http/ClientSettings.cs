namespace Lattice.Stripe.Http;

/// <summary>The options of a client, checked once and prepared for calls.</summary>
internal sealed class ClientSettings
{
    // The maximum delay of .NET's timers.
    private static readonly TimeSpan s_maxTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly SecretString _authorization;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public ClientSettings(StripeClientOptions options)
    {
        Options = options.Clone();
        ApiKey = Options.ApiKey.GetValueOrDefault();
        HeaderValidator.CheckApiKey(ApiKey, nameof(options.ApiKey));
        HeaderValidator.CheckText(Options.ApiVersion, nameof(options.ApiVersion));
        HeaderValidator.CheckValue(Options.StripeAccount, nameof(options.StripeAccount));
        HeaderValidator.CheckValue(Options.StripeContext, nameof(options.StripeContext));
        CheckTimeout(Options.AttemptTimeout, nameof(options.AttemptTimeout));
        CheckTotalTimeout(Options.TotalTimeout, nameof(options.TotalTimeout));
        CheckMaxRetries(Options.MaxRetries, nameof(options.MaxRetries));
        CheckMaxRetryDelay(Options.MaxRetryDelay, nameof(options.MaxRetryDelay));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Options.MaxResponseBytes, nameof(options.MaxResponseBytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            (uint)Options.MissingFields, (uint)MissingFieldPolicy.Fail, nameof(options.MissingFields));
        ArgumentNullException.ThrowIfNull(Options.TimeProvider, nameof(options.TimeProvider));
        Options.BaseAddress = CheckBaseAddress(Options.BaseAddress);
        CheckLiveKey(ApiKey, Options.BaseAddress, nameof(options.BaseAddress));
        UserAgent = Options.AppInfo is { } app ? Options.DescribeApp!(app) : new UserAgent("", "");
        _authorization = new SecretString(Bearer(ApiKey));
    }

    public readonly StripeClientOptions Options;

    public readonly SecretString ApiKey;

    public readonly UserAgent UserAgent;

    /// <summary>Checks the options of one call.</summary>
    /// <exception cref="ArgumentException">An option of the call is out of range or cannot be sent.</exception>
    public void Check(StripeRequestOptions request)
    {
        HeaderValidator.Check(request);
        CheckTimeout(request.AttemptTimeout ?? Options.AttemptTimeout, nameof(request.AttemptTimeout));
        CheckTotalTimeout(request.TotalTimeout, nameof(request.TotalTimeout));
        CheckMaxRetries(request.MaxRetries ?? Options.MaxRetries, nameof(request.MaxRetries));
    }

    /// <summary>Returns the <c>Authorization</c> header of a call. It is prepared unless the call has its own key.</summary>
    public string GetAuthorization(StripeRequestOptions? request) =>
        request is { ApiKey: { HasValue: true } key } ? Bearer(key) : _authorization.Reveal();

    /// <summary>
    /// Returns the base address of an operation: its own server, unless the client's base address is not Stripe's. Such a client sends
    /// everything to its base address.
    /// </summary>
    /// <exception cref="ArgumentException">The server is not Stripe's.</exception>
    public Uri GetBaseAddress(OperationDescription operation)
    {
        Uri baseAddress = Options.BaseAddress;
        return operation.Server is { } server && baseAddress == StripeClientOptions.DefaultBaseAddress
            ? Check(operation, server)
            : baseAddress;
    }

    private static Uri Check(OperationDescription operation, Uri server) =>
        StripeServer.IsTrusted(server) ? server : throw new ArgumentException(
            "The operation " + operation.Name + " has the server " + server.Scheme + "://" + server.IdnHost
            + ", to which no key is sent: a server must be https on stripe.com or below it. A client with its own base address sends everything there.", nameof(operation));

    /// <summary>Checks that a live key is not sent over http, for the final address of a call.</summary>
    /// <exception cref="ArgumentException">The key is a live key and the address is not https.</exception>
    public void CheckLiveKey(Uri address, StripeRequestOptions? request)
    {
        if (request is { ApiKey: { HasValue: true } key })
        {
            CheckLiveKey(key, address, nameof(request.ApiKey));
        }
        else
        {
            CheckLiveKey(ApiKey, address, nameof(Options.ApiKey));
        }
    }

    private static string Bearer(SecretString key) => "Bearer " + key.Reveal();

    private static void CheckTimeout(TimeSpan timeout, string name)
    {
        if (timeout != Timeout.InfiniteTimeSpan && (timeout <= TimeSpan.Zero || timeout > s_maxTimeout))
        {
            throw new ArgumentOutOfRangeException(
                name, timeout, "A timeout must be positive and at most 24 days, or Timeout.InfiniteTimeSpan.");
        }
    }

    private static void CheckTotalTimeout(TimeSpan? timeout, string name)
    {
        if (timeout <= TimeSpan.Zero || timeout > s_maxTimeout)
        {
            throw new ArgumentOutOfRangeException(
                name, timeout, "A total timeout must be positive and at most 24 days, or null for no limit.");
        }
    }

    private static void CheckMaxRetryDelay(TimeSpan delay, string name)
    {
        if (delay < TimeSpan.Zero || delay > s_maxTimeout)
        {
            throw new ArgumentOutOfRangeException(name, delay, "The maximum delay before a retry must be zero to 24 days.");
        }
    }

    private static void CheckMaxRetries(int retries, string name)
    {
        if (retries is < 0 or > 100)
        {
            throw new ArgumentOutOfRangeException(name, retries, "The number of retries must be 0 to 100.");
        }
    }

    private static void CheckLiveKey(SecretString key, Uri address, string name)
    {
        if (address.Scheme != Uri.UriSchemeHttps && key.Reveal().Contains("_live_", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                "A live key is not sent over http, where others could read it. Use https, or a test mode key.", name);
        }
    }

    private static Uri CheckBaseAddress(Uri? address)
    {
        ArgumentNullException.ThrowIfNull(address, nameof(StripeClientOptions.BaseAddress));
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new ArgumentException(
                "BaseAddress must be an absolute http or https URL without a user name, query or fragment, "
                + "such as https://api.stripe.com/.",
                nameof(address));
        }

        // Without the slash, a relative path would replace the last segment.
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }
}
