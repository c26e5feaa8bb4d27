using System.Globalization;

namespace Lattice.Stripe.Http;

/// <summary>Checks the values of headers. Messages never quote a value, which may be a key.</summary>
internal static class HeaderValidator
{
    private const int MaxIdempotencyKeyLength = 255;

    // A separate string, because formatting a number in a message adds native code.
    private const string MaxIdempotencyKeyLengthText = "255";

    private static readonly string[] s_own =
    [
        "Accept", "Accept-Encoding", "Authorization", "Content-Encoding", "Content-Length", "Content-Type", "Expect", "Host",
        "Idempotency-Key", "Stripe-Account", "Stripe-Context", "Stripe-Version", "Transfer-Encoding",
        "User-Agent", "X-Stripe-Client-User-Agent",
    ];

    /// <exception cref="ArgumentException">The key is missing or redacted, or contains white space or control characters.</exception>
    public static void CheckApiKey(SecretString key, string parameterName)
    {
        if (!key.HasValue || key.Reveal().Length == 0)
        {
            throw new ArgumentException(
                "The API key is missing. Stripe's dashboard shows yours under Developers, API keys.", parameterName);
        }

        if (key.Reveal() == SecretString.Redacted)
        {
            throw new ArgumentException(
                "The API key is \"[redacted]\", the text that replaces a secret when it is written.", parameterName);
        }

        if (!IsVisibleAscii(key.Reveal()))
        {
            throw new ArgumentException(
                "The API key contains white space, a control character or a character outside ASCII. Copy it again, without line ends.",
                parameterName);
        }
    }

    /// <exception cref="ArgumentException">An option of the call contains characters that are not allowed in a header.</exception>
    public static void Check(StripeRequestOptions options)
    {
        if (options.ApiKey.HasValue)
        {
            CheckApiKey(options.ApiKey, nameof(options.ApiKey));
        }

        CheckText(options.ApiVersion, nameof(options.ApiVersion));
        CheckValue(options.StripeAccount, nameof(options.StripeAccount));
        CheckValue(options.StripeContext, nameof(options.StripeContext));
        CheckIdempotencyKey(options.IdempotencyKey, nameof(options.IdempotencyKey));
    }

    /// <exception cref="ArgumentException">The value is empty or contains characters that are not allowed in an id.</exception>
    public static void CheckValue(string? value, string parameterName)
    {
        if (value is not null && (value.Length == 0 || !IsVisibleAscii(value)))
        {
            throw new ArgumentException(
                $"{parameterName} is empty or contains white space, a control character or a character outside ASCII.", parameterName);
        }
    }

    /// <summary>Checks a value that may contain inner spaces, such as <c>2026-09-30.endive; x_beta=v1</c>.</summary>
    /// <exception cref="ArgumentException">The value is empty or contains characters that are not allowed in a header.</exception>
    public static void CheckText(string? value, string parameterName)
    {
        if (value is not null
            && (value.Length == 0 || value[0] == ' ' || value[^1] == ' ' || value.AsSpan().ContainsAnyExceptInRange(' ', '~')))
        {
            throw new ArgumentException(
                $"{parameterName} is empty, begins or ends with a space, or contains a control character or a character outside ASCII.",
                parameterName);
        }
    }

    /// <summary>Adds the extra headers of a call. Those that describe a body are added to the content.</summary>
    /// <exception cref="ArgumentException">A header is set by the client, or its name or value is not allowed.</exception>
    public static void AddExtra(HttpRequestMessage request, IReadOnlyDictionary<string, string>? headers)
    {
        if (headers is not null)
        {
            foreach (KeyValuePair<string, string> header in headers)
            {
                AddExtra(request, header.Key, header.Value);
            }
        }
    }

    private static void AddExtra(HttpRequestMessage request, string name, string value)
    {
        if (Array.Exists(s_own, own => own.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException(
                $"The header '{name}' is set by the client. Use an option of StripeRequestOptions or StripeClientOptions, if there is one.",
                nameof(name));
        }

        if (value is null || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException(
                $"The extra header '{name}' cannot be sent: its value is null, or contains a control or non-ASCII character.",
                nameof(value));
        }

        if (request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true)
        {
            return;
        }

        throw new ArgumentException(IsContentHeader(name)
            ? $"The extra header '{name}' cannot be sent: it describes a body, and the request has none."
            : $"The extra header '{name}' cannot be sent: this is not the name of a header.", nameof(name));
    }

    private static bool IsContentHeader(string name)
    {
        using var content = new ByteArrayContent([]);
        return content.Headers.TryAddWithoutValidation(name, "");
    }

    /// <exception cref="ArgumentException">
    /// The key is empty, is too long, or contains characters that are not allowed in a header.
    /// </exception>
    private static void CheckIdempotencyKey(string? key, string parameterName)
    {
        if (key?.Length > MaxIdempotencyKeyLength)
        {
            string length = key.Length.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException(
                $"{parameterName} has {length} characters; Stripe accepts at most {MaxIdempotencyKeyLengthText}.",
                parameterName);
        }

        CheckText(key, parameterName);
    }

    private static bool IsVisibleAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;
}
