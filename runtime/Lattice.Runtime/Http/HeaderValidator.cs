using System.Globalization;

namespace Lattice.Stripe.Http;

/// <summary>Checks the values of headers. Messages never quote a value, which may be a key.</summary>
internal static class HeaderValidator
{
    private const int MaxIdempotencyKeyLength = 255;

    // A separate string, because formatting a number in a message adds native code.
    private const string MaxIdempotencyKeyLengthText = "255";

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
        if (options.ApiKey is { HasValue: true } key)
        {
            CheckApiKey(key, nameof(options.ApiKey));
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
