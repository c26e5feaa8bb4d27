namespace Lattice.Stripe.Transport;

/// <summary>A client's options, checked once and in the form in which each call needs them.</summary>
internal sealed class ClientSettings
{
    // The longest delay that .NET's timers take.
    private static readonly TimeSpan s_maxTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly SecretString _authorization;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ClientSettings(StripeClientOptions options)
    {
        Options = options.Clone();
        HeaderRules.CheckApiKey(Options.ApiKey, nameof(options.ApiKey));
        HeaderRules.CheckValue(Options.ApiVersion, nameof(options.ApiVersion));
        HeaderRules.CheckValue(Options.StripeAccount, nameof(options.StripeAccount));
        HeaderRules.CheckValue(Options.StripeContext, nameof(options.StripeContext));
        CheckTimeout(Options.AttemptTimeout, nameof(options.AttemptTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Options.MaxResponseBytes, nameof(options.MaxResponseBytes));
        ArgumentNullException.ThrowIfNull(Options.TimeProvider, nameof(options.TimeProvider));
        Options.BaseAddress = CheckBaseAddress(Options.BaseAddress);
        _authorization = new SecretString(Bearer(Options.ApiKey));
    }

    public StripeClientOptions Options { get; }

    /// <summary>The <c>Authorization</c> header of a call; nearly always the one made with the client.</summary>
    public string GetAuthorization(RequestOptions? request) =>
        request is { ApiKey.HasValue: true } ? Bearer(request.ApiKey) : _authorization.Reveal();

    /// <summary>Where an operation is: at its own server, unless the client was told another address than Stripe's.</summary>
    public Uri GetBaseAddress(IStripeOperation operation) =>
        operation.Server is { } server && Options.BaseAddress == StripeClientOptions.DefaultBaseAddress ? server : Options.BaseAddress;

    public TimeSpan GetAttemptTimeout(RequestOptions? request)
    {
        if (request?.AttemptTimeout is not { } timeout)
        {
            return Options.AttemptTimeout;
        }

        CheckTimeout(timeout, nameof(request.AttemptTimeout));
        return timeout;
    }

    private static string Bearer(SecretString key) => "Bearer " + key.Reveal();

    private static void CheckTimeout(TimeSpan timeout, string name)
    {
        if (timeout != Timeout.InfiniteTimeSpan && (timeout <= TimeSpan.Zero || timeout > s_maxTimeout))
        {
            throw new ArgumentOutOfRangeException(name, timeout, "A timeout is longer than zero and at most 24 days, or Timeout.InfiniteTimeSpan.");
        }
    }

    private static Uri CheckBaseAddress(Uri? address)
    {
        ArgumentNullException.ThrowIfNull(address, nameof(StripeClientOptions.BaseAddress));
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new ArgumentException(
                "BaseAddress has to be an absolute http or https address without user, query and fragment, such as https://api.stripe.com/.",
                nameof(address));
        }

        // Relative to an address without the slash, a path would replace its last segment.
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }
}
