using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>
/// One call, prepared: everything that all its attempts share. The idempotency key is made once and the body is encoded
/// once; each attempt gets a request of its own.
/// </summary>
internal sealed class StripeCall : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly RequestOptions? _options;
    private readonly RequestBody? _body;

    /// <exception cref="ArgumentException">An option or a path parameter cannot be sent.</exception>
    public StripeCall(
        ClientSettings settings, IStripeOperation operation, PathParameters path, StripeParams? parameters, RequestOptions? options)
    {
        if (options is not null)
        {
            settings.Check(options);
        }

        _settings = settings;
        Operation = operation;
        _options = options;
        Address = operation.Route.GetAddress(settings.GetBaseAddress(operation), path);
        IdempotencyKey = operation.Method != HttpMethod.Post ? null
            : options?.IdempotencyKey ?? RandomNumberGenerator.GetHexString(32, lowercase: true);

        // Last, so that its memory is given back whatever else is wrong.
        _body = RequestBody.Create(operation.BodyKind, parameters, options);
    }

    /// <summary>The caller's key or one made for this call; <see langword="null"/> for a method that is idempotent by itself.</summary>
    public string? IdempotencyKey { get; }

    public TimeSpan AttemptTimeout => _options?.AttemptTimeout ?? _settings.Options.AttemptTimeout;

    public TimeSpan? TotalTimeout => _options?.TotalTimeout ?? _settings.Options.TotalTimeout;

    public int MaxRetries => _options?.MaxRetries ?? _settings.Options.MaxRetries;

    public MissingFieldPolicy MissingFields => _settings.Options.MissingFields;

    public TimeSpan MaxRetryDelay => _settings.Options.MaxRetryDelay;

    /// <summary>Whether the body can be sent once more.</summary>
    public bool CanSendAgain => _body?.CanSendAgain != false;

    public IStripeOperation Operation { get; }

    public Uri Address { get; }

    /// <summary>The <c>Stripe-Version</c>: the request's, the client's or the one of the types.</summary>
    public string ApiVersion => _options?.ApiVersion ?? _settings.Options.ApiVersion ?? Operation.ApiVersion;

    /// <summary>When the call began, as a timestamp of the client's clock.</summary>
    public long StartedAt { get; set; }

    /// <summary>How often the request has been sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether, after all attempts so far, nobody knows whether Stripe carried out the request.</summary>
    public bool IsOutcomeUnknown { get; set; }

    /// <summary>The call's trace; <see langword="null"/> if nobody listens.</summary>
    public Activity? Activity { get; set; }

    /// <summary>The key that the call is made with.</summary>
    public SecretString ApiKey => _options is { ApiKey.HasValue: true } ? _options.ApiKey : _settings.Options.ApiKey;

    /// <summary>The request of one attempt.</summary>
    /// <exception cref="ArgumentException">An extra header cannot be sent.</exception>
    public HttpRequestMessage CreateRequest()
    {
        var request = new HttpRequestMessage(Operation.Method, Address)
        {
            Version = _settings.Options.EnableHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = _body?.CreateContent(),
        };
        StripeClientOptions client = _settings.Options;
        Add(request, "Authorization", _settings.GetAuthorization(_options));
        Add(request, "Stripe-Version", ApiVersion);
        Add(request, "Accept", "application/json");
        Add(request, "User-Agent", _settings.Identity.UserAgent);
        Add(request, "X-Stripe-Client-User-Agent", _settings.Identity.StripeClientUserAgent);
        Add(request, "Idempotency-Key", IdempotencyKey);
        Add(request, "Stripe-Account", _options?.StripeAccount ?? client.StripeAccount);
        Add(request, "Stripe-Context", _options?.StripeContext ?? client.StripeContext);
        AddExtraHeaders(request);
        return request;
    }

    /// <summary>Ends the call: its body can no longer be sent.</summary>
    public void Dispose() => _body?.Dispose();

    private void AddExtraHeaders(HttpRequestMessage request)
    {
        if (_options?.ExtraHeaders is { } headers)
        {
            foreach (KeyValuePair<string, string> header in headers)
            {
                HeaderRules.AddExtra(request, header.Key, header.Value);
            }
        }
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
