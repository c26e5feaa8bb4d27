using System.Globalization;

namespace Lattice.Stripe.Http;

/// <summary>What may stand in a header. The messages never quote the value: it may be a key.</summary>
internal static class HeaderValidator
{
    private const int MaxIdempotencyKeyLength = 255;

    // As text of its own, because a number in a message costs native code.
    private const string MaxIdempotencyKeyLengthText = "255";

    private static readonly string[] s_own =
    [
        "Accept", "Accept-Encoding", "Authorization", "Content-Encoding", "Content-Length", "Content-Type", "Expect", "Host", "Idempotency-Key",
        "Stripe-Account", "Stripe-Context", "Stripe-Version", "Transfer-Encoding", "User-Agent", "X-Stripe-Client-User-Agent",
    ];

    /// <exception cref="ArgumentException">The key is empty, holds white space or control characters, or was left out.</exception>
    public static void CheckApiKey(SecretString key, string parameterName)
    {
        if (!key.HasValue || key.Reveal().Length == 0)
        {
            throw new ArgumentException("The API key is missing. Stripe's dashboard shows yours under Developers, API keys.", parameterName);
        }

        if (key.Reveal() == SecretString.Redacted)
        {
            throw new ArgumentException(
                "The API key is \"[redacted]\", which stands for a secret that was left out when it was written.", parameterName);
        }

        if (!IsVisibleAscii(key.Reveal()))
        {
            throw new ArgumentException(
                "The API key holds white space, a control character or a character outside ASCII. Copy it again, without line ends.", parameterName);
        }
    }

    /// <exception cref="ArgumentException">An option of the call holds what no header may hold.</exception>
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

    /// <exception cref="ArgumentException">The value is empty or holds characters that an id may not hold.</exception>
    public static void CheckValue(string? value, string parameterName)
    {
        if (value is not null && (value.Length == 0 || !IsVisibleAscii(value)))
        {
            throw new ArgumentException(
                $"{parameterName} is empty or holds white space, a control character or a character outside ASCII.", parameterName);
        }
    }

    /// <summary>Checks a value that may have spaces inside, such as <c>2026-09-30.endive; x_beta=v1</c>.</summary>
    /// <exception cref="ArgumentException">The value is empty or holds characters that no header may hold.</exception>
    public static void CheckText(string? value, string parameterName)
    {
        if (value is not null && (value.Length == 0 || value[0] == ' ' || value[^1] == ' ' || value.AsSpan().ContainsAnyExceptInRange(' ', '~')))
        {
            throw new ArgumentException(
                $"{parameterName} is empty, begins or ends with a space, or holds a control character or a character outside ASCII.", parameterName);
        }
    }

    /// <summary>Adds the headers that a call sends besides; those that describe a body go to the content.</summary>
    /// <exception cref="ArgumentException">A header is one of the client's own, or its name or value is not allowed.</exception>
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
                $"The header '{name}' is the client's own. Where it can be chosen, an option of StripeRequestOptions or StripeClientOptions sets it.",
                nameof(name));
        }

        if (value is null || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException(
                $"The extra header '{name}' cannot be sent: its value is null or holds a control character or a character outside ASCII.", nameof(value));
        }

        if (request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true)
        {
            return;
        }

        throw new ArgumentException(IsContentHeader(name)
            ? $"The extra header '{name}' cannot be sent: it describes a body, and the request has none."
            : $"The extra header '{name}' cannot be sent: that is not the name of a header.", nameof(name));
    }

    private static bool IsContentHeader(string name)
    {
        using var content = new ByteArrayContent([]);
        return content.Headers.TryAddWithoutValidation(name, "");
    }

    /// <exception cref="ArgumentException">The key is empty, too long or holds characters that no header may hold.</exception>
    private static void CheckIdempotencyKey(string? key, string parameterName)
    {
        if (key?.Length > MaxIdempotencyKeyLength)
        {
            throw new ArgumentException(
                $"{parameterName} has {key.Length.ToString(CultureInfo.InvariantCulture)} characters; Stripe takes at most {MaxIdempotencyKeyLengthText}.", parameterName);
        }

        CheckText(key, parameterName);
    }

    private static bool IsVisibleAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;
}
