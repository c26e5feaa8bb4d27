using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Lattice.Stripe;

/// <summary>
/// Sets options from configuration. The general binder is not used, because it needs reflection or ignores the key, and quotes values in
/// its errors.
/// </summary>
internal static class StripeConfiguration
{
    /// <summary>The <see cref="Exception.Source"/> of exceptions whose message contains no value.</summary>
    public const string ErrorSource = nameof(StripeConfiguration);

    private delegate bool TryParse<T>(string text, out T value);

    /// <exception cref="InvalidOperationException">A value cannot be read; the message names its key and not the value.</exception>
    public static void Apply(IConfiguration configuration, StripeClientOptions options)
    {
        if (configuration[nameof(options.ApiKey)] is { } key)
        {
            options.ApiKey = key;
        }

        options.BaseAddress = GetAddress(configuration, nameof(options.BaseAddress)) ?? options.BaseAddress;
        options.ApiVersion = configuration[nameof(options.ApiVersion)] ?? options.ApiVersion;
        options.StripeAccount = configuration[nameof(options.StripeAccount)] ?? options.StripeAccount;
        options.StripeContext = configuration[nameof(options.StripeContext)] ?? options.StripeContext;
        options.AttemptTimeout = GetTime(configuration, nameof(options.AttemptTimeout)) ?? options.AttemptTimeout;
        options.TotalTimeout = GetTime(configuration, nameof(options.TotalTimeout)) ?? options.TotalTimeout;
        options.MaxRetries = GetNumber(configuration, nameof(options.MaxRetries)) ?? options.MaxRetries;
        options.MaxRetryDelay = GetTime(configuration, nameof(options.MaxRetryDelay)) ?? options.MaxRetryDelay;
        options.MaxResponseBytes = GetNumber(configuration, nameof(options.MaxResponseBytes)) ?? options.MaxResponseBytes;
        options.MissingFields = GetPolicy(configuration, nameof(options.MissingFields)) ?? options.MissingFields;
        options.EnableHttp2 = GetBoolean(configuration, nameof(options.EnableHttp2)) ?? options.EnableHttp2;
        Apply(configuration.GetSection(nameof(options.AppInfo)), options);
    }

    private static void Apply(IConfigurationSection section, StripeClientOptions options)
    {
        if (!section.Exists())
        {
            return;
        }

        StripeAppInfo app = options.AppInfo ??= new StripeAppInfo();
        app.Name = section[nameof(app.Name)] ?? app.Name;
        app.Version = section[nameof(app.Version)] ?? app.Version;
        app.Url = GetAddress(section, nameof(app.Url)) ?? app.Url;
        app.PartnerId = section[nameof(app.PartnerId)] ?? app.PartnerId;
    }

    private static Uri? GetAddress(IConfiguration configuration, string key) => configuration[key] is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address
        : throw Unreadable(configuration, key, "an absolute URL such as https://api.stripe.com/");

    private static TimeSpan? GetTime(IConfiguration configuration, string key) => Get<TimeSpan>(
        configuration, key, "a time such as 00:01:20",
        (string text, out TimeSpan time) =>
        {
            // A plain number would be parsed as days, which is never intended.
            time = default;
            return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
        });

    private static int? GetNumber(IConfiguration configuration, string key) => Get<int>(
        configuration, key, "a whole number",
        (string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number));

    private static bool? GetBoolean(IConfiguration configuration, string key) => Get<bool>(
        configuration, key, "true or false", bool.TryParse);

    private static MissingFieldPolicy? GetPolicy(IConfiguration configuration, string key) => Get<MissingFieldPolicy>(
        configuration, key, $"{MissingFieldPolicy.Report} or {MissingFieldPolicy.Fail}",
        (string text, out MissingFieldPolicy policy) =>
        {
            policy = text.Equals(nameof(MissingFieldPolicy.Fail), StringComparison.OrdinalIgnoreCase)
                ? MissingFieldPolicy.Fail
                : MissingFieldPolicy.Report;
            return text.Equals(policy.ToString(), StringComparison.OrdinalIgnoreCase);
        });

    private static T? Get<T>(IConfiguration configuration, string key, string expected, TryParse<T> tryParse)
        where T : struct
    {
        if (configuration[key] is not { } text)
        {
            return null;
        }

        return tryParse(text, out T value) ? value : throw Unreadable(configuration, key, expected);
    }

    private static InvalidOperationException Unreadable(IConfiguration configuration, string key, string expected)
    {
        string path = configuration is IConfigurationSection section ? ConfigurationPath.Combine(section.Path, key) : key;
        return new InvalidOperationException($"{path} in the configuration must be {expected}.") { Source = ErrorSource };
    }
}
