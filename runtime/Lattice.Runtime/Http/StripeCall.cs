using System.Net;
using Lattice.Stripe.Buffers;
using Lattice.Stripe.Serialization;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Http;

/// <summary>
/// One call: the request that all its attempts share, and how its last attempt ended. The idempotency key is generated once and
/// the body is encoded once; each attempt gets its own request message.
/// </summary>
/// <remarks>
/// <para>
/// The request never changes. The fields about the last attempt are written by <see cref="HttpTransport"/> alone; the retry loop
/// and the observer get values, and keep what they add to themselves.
/// </para>
/// <para>Its members are fields, because a process that has just started compiles each property that a call needs.</para>
/// </remarks>
internal sealed class StripeCall : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly StripeRequestOptions? _options;
    private readonly RequestBody? _body;

    /// <exception cref="ArgumentException">An option or a path parameter cannot be sent.</exception>
    public StripeCall(
        ClientSettings settings,
        OperationDescription operation,
        PathParameters path,
        StripeParams? parameters,
        StripeRequestOptions? options,
        StripePage? page)
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
        IdempotencyKey = HasKey(operation) ? options?.IdempotencyKey ?? IdempotencyKeys.Create() : null;

        // Last, so that no exception after it keeps its memory from the pool.
        if (operation.AddQuery is { } addQuery)
        {
            Address = addQuery(Address, parameters, options?.GetExtraParameters(), page);
            _body = IsSafe ? null : EncodedBody.Empty();
        }
        else
        {
            _body = CreateBody(operation, parameters, options);
        }
    }

    /// <summary>The caller's key, or a generated one; <see langword="null"/> for an idempotent method.</summary>
    public readonly string? IdempotencyKey;

    public TimeSpan AttemptTimeout => _options?.AttemptTimeout ?? _settings.Options.AttemptTimeout;

    public TimeSpan? TotalTimeout => _options?.TotalTimeout ?? _settings.Options.TotalTimeout;

    public int MaxRetries => _options?.MaxRetries ?? _settings.Options.MaxRetries;

    public MissingFieldPolicy MissingFields => _settings.Options.MissingFields;

    public TimeSpan MaxRetryDelay => _settings.Options.MaxRetryDelay;

    /// <summary>Whether the call changes nothing, so that there is no outcome to know.</summary>
    public bool IsSafe => Operation.Method == HttpMethod.Get;

    /// <summary>Whether the body can be sent again.</summary>
    public bool IsReplayable => _body?.IsReplayable != false;

    /// <summary>Whether the content is sent only when the server requests it.</summary>
    public bool ExpectsContinue => _body?.ExpectsContinue == true;

    /// <summary>Whether any attempt has read the content, so that it may have left this process.</summary>
    public bool WasContentRead => _body?.WasRead == true;

    /// <summary>The failure of a stream of the caller's; <see langword="null"/> if there was none.</summary>
    public UploadFailureException? UploadFailure => _body?.Failure;

    public readonly OperationDescription Operation;

    public readonly Uri Address;

    /// <summary>The <c>Stripe-Version</c>: that of the request options, of the client or of the types.</summary>
    public string ApiVersion => _options?.ApiVersion ?? _settings.Options.ApiVersion ?? Operation.ApiVersion;

    /// <summary>The number of attempts so far.</summary>
    public int Attempts;

    /// <summary>
    /// The status of the last attempt's response, as soon as its headers have arrived; 0 if none has.
    /// </summary>
    /// <remarks>Two bytes, for which there is room next to the other fields.</remarks>
    public short UnreadStatus;

    /// <summary>The outcome of the last attempt.</summary>
    public AttemptOutcome Outcome;

    /// <summary>The body of the last attempt's response, in pooled memory.</summary>
    public PooledBytes ResponseBody;

    /// <summary>The API key of the call.</summary>
    public SecretString ApiKey => _options is { ApiKey: { HasValue: true } key } ? key : _settings.ApiKey;

    /// <summary>Creates the request message of one attempt.</summary>
    /// <exception cref="ArgumentException">An extra header cannot be sent.</exception>
    public HttpRequestMessage CreateRequest()
    {
        var request = new HttpRequestMessage(Operation.Method, Address)
        {
            Version = _settings.Options.EnableHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = _body?.CreateContent(),
        };
        RequestHeaders.Add(request, this, _settings, _options);
        return request;
    }

    /// <summary>Releases the response of the last attempt before another one.</summary>
    public void ReleaseResponse()
    {
        ResponseBody.Dispose();
        UnreadStatus = 0;
    }

    /// <summary>
    /// Ends the call: its body can no longer be sent, which a handler may still try after it was canceled. Only then is it
    /// certain whether the content was read.
    /// </summary>
    public void Dispose() => _body?.Dispose();

    /// <summary>Whether the operation has an idempotency key: Stripe ignores that of a DELETE in API v1.</summary>
    private static bool HasKey(OperationDescription operation) => operation.Method == HttpMethod.Post
        || (operation.Method == HttpMethod.Delete && operation.Route.Text.StartsWith("/v2/", StringComparison.Ordinal));

    /// <summary>
    /// Encodes the body of an operation. Parameters encode themselves, so that an app that is compiled ahead of time contains only
    /// the formats that it uses.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// An extra parameter has a malformed name, is set already, or the operation has no form.
    /// </exception>
    private static RequestBody? CreateBody(OperationDescription operation, StripeParams? parameters, StripeRequestOptions? options)
    {
        IReadOnlyDictionary<string, string>? extra = options?.GetExtraParameters();
        if (operation.BodyKind is StripeBodyKind.None or StripeBodyKind.Json && extra is { Count: > 0 })
        {
            throw new ArgumentException("The operation takes no form, so there can be no extra parameters.", nameof(options));
        }

        return parameters is not null ? parameters.Encode(extra) : CreateBody(operation, extra);
    }

    private static EncodedBody? CreateBody(OperationDescription operation, IReadOnlyDictionary<string, string>? extra) =>
        operation.BodyKind switch
        {
            // All but a GET have content, even if it is empty: whether it was read shows whether the request can have been sent.
            StripeBodyKind.None => operation.Method == HttpMethod.Get ? null : EncodedBody.Empty(),
            StripeBodyKind.Json => JsonBody.Empty(),

            // A file upload without parameters has no file; as a form, its extra parameters still arrive.
            StripeBodyKind.Form or StripeBodyKind.Multipart => FormBody.Create(null, extra),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation.BodyKind, "There is no such kind of body."),
        };
}
