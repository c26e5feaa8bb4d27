using System.Diagnostics;
using System.Net;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>
/// One call, prepared: everything that all its attempts share. The idempotency key is made once and the body is encoded
/// once; each attempt gets a request of its own.
/// </summary>
/// <remarks>Its members are fields: a process that has just started compiles each property that a call needs.</remarks>
internal sealed class StripeCall : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly StripeRequestOptions? _options;
    private readonly RequestBody? _body;

    /// <exception cref="ArgumentException">An option or a path parameter cannot be sent.</exception>
    public StripeCall(
        ClientSettings settings, OperationDescription operation, PathParameters path, StripeParams? parameters, StripeRequestOptions? options)
    {
        if (options is not null)
        {
            settings.Check(options);
        }

        _settings = settings;
        Operation = operation;
        _options = options;
        Address = operation.Route.GetAddress(settings.GetBaseAddress(operation), path);
        settings.CheckLiveKey(Address, options);
        IdempotencyKey = operation.Method != HttpMethod.Post ? null : options?.IdempotencyKey ?? IdempotencyKeys.Create();

        // Last, so that its memory is given back whatever else is wrong.
        _body = RequestBody.Create(operation, parameters, options);
    }

    /// <summary>The caller's key or one made for this call; <see langword="null"/> for a method that is idempotent by itself.</summary>
    public readonly string? IdempotencyKey;

    public TimeSpan AttemptTimeout => _options?.AttemptTimeout ?? _settings.Options.AttemptTimeout;

    public TimeSpan? TotalTimeout => _options?.TotalTimeout ?? _settings.Options.TotalTimeout;

    public int MaxRetries => _options?.MaxRetries ?? _settings.Options.MaxRetries;

    public MissingFieldPolicy MissingFields => _settings.Options.MissingFields;

    public TimeSpan MaxRetryDelay => _settings.Options.MaxRetryDelay;

    /// <summary>Whether the body can be sent once more.</summary>
    public bool IsReplayable => _body?.IsReplayable != false;

    /// <summary>Whether the server has to ask for the content before it is sent.</summary>
    public bool ExpectsContinue => _body?.ExpectsContinue == true;

    /// <summary>Whether any attempt has read the content, so that it may have left this process.</summary>
    public bool WasContentRead => _body?.WasRead == true;

    /// <summary>What went wrong with a stream of the caller's; <see langword="null"/> if nothing did.</summary>
    public UploadFailureException? UploadFailure => _body?.Failure;

    public readonly OperationDescription Operation;

    public readonly Uri Address;

    /// <summary>The <c>Stripe-Version</c>: the request's, the client's or the one of the types.</summary>
    public string ApiVersion => _options?.ApiVersion ?? _settings.Options.ApiVersion ?? Operation.ApiVersion;

    /// <summary>When the call began, as a timestamp of the client's clock.</summary>
    public long StartedAt;

    /// <summary>How many attempts were made.</summary>
    public int Attempts;

    /// <summary>Whether one of the attempts before the current one may have been carried out.</summary>
    public bool IsOutcomeOpen;

    /// <summary>
    /// The status of a response to the current attempt that has begun to arrive and has not been judged yet; 0 if there is none.
    /// </summary>
    /// <remarks>In two bytes, for which there is room beside the other fields.</remarks>
    public short UnreadStatus;

    /// <summary>How the last attempt ended.</summary>
    public AttemptOutcome Outcome;

    /// <summary>The body of the last attempt's response, in pooled memory.</summary>
    public PooledBytes ResponseBody;

    /// <summary>The call's trace; <see langword="null"/> if nobody listens.</summary>
    public Activity? Activity;

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
        Add(request, "Accept-Encoding", "identity");
        Add(request, "User-Agent", _settings.UserAgent.Header);
        Add(request, "X-Stripe-Client-User-Agent", _settings.UserAgent.StripeHeader);
        Add(request, "Idempotency-Key", IdempotencyKey);
        Add(request, "Stripe-Account", _options?.StripeAccount ?? client.StripeAccount);
        Add(request, "Stripe-Context", _options?.StripeContext ?? client.StripeContext);
        if (ExpectsContinue)
        {
            request.Headers.ExpectContinue = true;
        }

        if (_options is not null)
        {
            HeaderValidator.AddExtra(request, _options.GetExtraHeaders());
        }

        return request;
    }

    /// <summary>Ends a call that the caller canceled; returns the exception that it ends in.</summary>
    public StripeCanceledException Cancel(CancellationToken cancellationToken)
    {
        Dispose();
        return new StripeCanceledException(IdempotencyKey, cancellationToken)
        {
            IsOutcomeUnknown = OutcomeClassifier.IsUnknownAfterFailure(this),
        };
    }

    /// <summary>
    /// Ends the call: its body can no longer be sent, which a handler that was told to stop may try all the same. Only then is
    /// it certain whether the content was read.
    /// </summary>
    public void Dispose() => _body?.Dispose();

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
