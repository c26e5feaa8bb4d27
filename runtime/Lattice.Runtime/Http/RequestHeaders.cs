namespace Lattice.Stripe.Http;

/// <summary>The headers of a request: those of the client, and the extra headers of the call.</summary>
internal static class RequestHeaders
{
    // What the client or the connection sets. Extra headers cannot have these names.
    private static readonly string[] s_own =
    [
        "Accept", "Accept-Encoding", "Authorization", "Content-Encoding", "Content-Length", "Content-Type", "Expect", "Host",
        "Idempotency-Key", "Stripe-Account", "Stripe-Context", "Stripe-Version", "Transfer-Encoding",
        "User-Agent", "X-Stripe-Client-User-Agent",
    ];

    /// <summary>Adds the headers of one attempt of a call.</summary>
    /// <exception cref="ArgumentException">An extra header cannot be sent.</exception>
    public static void Add(HttpRequestMessage request, StripeCall call, ClientSettings settings, StripeRequestOptions? options)
    {
        Add(request, "Authorization", settings.GetAuthorization(options));
        Add(request, "Stripe-Version", call.ApiVersion);
        Add(request, "Accept", "application/json");
        Add(request, "Accept-Encoding", "identity");
        Add(request, "User-Agent", settings.UserAgent.Header);
        Add(request, "X-Stripe-Client-User-Agent", settings.UserAgent.StripeHeader);
        Add(request, "Idempotency-Key", call.IdempotencyKey);
        Add(request, "Stripe-Account", options?.StripeAccount ?? settings.Options.StripeAccount);
        Add(request, "Stripe-Context", options?.StripeContext ?? settings.Options.StripeContext);
        if (call.ExpectsContinue)
        {
            request.Headers.ExpectContinue = true;
        }

        AddExtra(request, options?.GetExtraHeaders());
    }

    /// <summary>Adds the extra headers of a call. Those that describe a body are added to the content.</summary>
    /// <exception cref="ArgumentException">A header is set by the client, or its name or value is not allowed.</exception>
    private static void AddExtra(HttpRequestMessage request, IReadOnlyDictionary<string, string>? headers)
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

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
