using System.Globalization;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Redaction;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <summary>A request that a <see cref="StripeStandIn"/> received, and its response.</summary>
/// <remarks>
/// Secrets are redacted everywhere: API keys, ephemeral keys, client secrets, secrets of webhook endpoints, cookies and signatures.
/// <see cref="Body"/> and <see cref="Parameters"/> hold the caller's other data unchanged, including personal data;
/// <see cref="ToString"/> shows neither.
/// </remarks>
public sealed class ReceivedRequest
{
    /// <summary>The memory of a request apart from its texts, as an estimate.</summary>
    private const int BaseSize = 512;

    private readonly RequestContent? _content;
    private readonly ReceivedHeaders _headers;
    private readonly SecretDigest _path;
    private readonly ResponseHolder _response;

    internal ReceivedRequest(RequestContext context)
    {
        _content = context.Content;
        _headers = new ReceivedHeaders(context.Request.Headers);
        _path = SecretDigest.Of(context.Request.Path);
        _response = new ResponseHolder();
        Method = context.Request.Method;
        Path = SecretText.Redact(context.Request.Path);
        RequestId = context.RequestId;
        Operation = context.Route?.Operation;
    }

    /// <summary>Copies a request without its content.</summary>
    private ReceivedRequest(ReceivedRequest request)
    {
        _headers = request._headers;
        _path = request._path;
        _response = request._response;
        Method = request.Method;
        Path = request.Path;
        RequestId = request.RequestId;
        Operation = request.Operation;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>The path as it was sent, with percent-encoding and without the query. Secrets in it are redacted.</summary>
    public string Path { get; }

    /// <summary>
    /// The headers. Names are not case-sensitive, and the values of a repeated name are joined by commas. Of <c>Authorization</c>, only the
    /// scheme and the kind of the key are shown; of cookies and signatures, nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers => _headers.Shown;

    /// <summary>The body as it was sent, read as UTF-8; empty if absent or dropped.</summary>
    public string Body => _content?.GetText() ?? "";

    /// <summary>
    /// The decoded parameters in the order in which they were sent, those of the query before those of the body. Names in forms
    /// keep their brackets (<c>list[0][field]</c>); names in JSON bodies are paths (<c>list[0].field</c>). The value of a file is its
    /// name, media type, length and digest. Empty if there are none, or if they were dropped.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        .. SentParameters.Select(sent => KeyValuePair.Create(SecretText.Redact(sent.Key), SecretText.Redact(sent.Value))),
    ];

    /// <summary>
    /// Whether <see cref="Body"/> and <see cref="Parameters"/> were dropped, because the requests needed more memory than
    /// <see cref="StripeStandInOptions.MaxRequestBytes"/>.
    /// </summary>
    public bool IsContentDropped => _content is null;

    /// <summary>
    /// The HTTP status of the response; null if there is no response yet, or none at all because the caller gave up or a stub
    /// dropped the connection.
    /// </summary>
    public int? StatusCode => _response.Status;

    /// <summary>The <c>type</c> of the error in the response; null if there is no error.</summary>
    public StripeEnum<StripeErrorType>? ErrorType => Error?.Type;

    /// <summary>The <c>code</c> of the error in the response; null if absent.</summary>
    public string? ErrorCode => Error?.Code;

    /// <summary>The parameter that the error in the response is about; null if it names none, as in API v2.</summary>
    public string? ErrorParam => Error?.Param is { } param ? SecretText.Redact(param) : null;

    /// <summary>
    /// The <c>message</c> of the error in the response; null if there is no error. It may quote a part of the request.
    /// </summary>
    public string? ErrorMessage => Error?.Message is { } message ? SecretText.Redact(message) : null;

    /// <summary>The <c>Request-Id</c> of the response. A stubbed error that does not come from Stripe is sent without it.</summary>
    public string RequestId { get; }

    /// <summary>The <c>operationId</c> of the operation in the slice; null if the slice has no such operation.</summary>
    public string? OperationId => Operation?.Id;

    internal Operation? Operation { get; }

    /// <summary>The parameters with their secrets, for comparisons.</summary>
    internal IEnumerable<KeyValuePair<string, string>> SentParameters => _content?.Parameters.Pairs ?? [];

    /// <summary>The memory in bytes, as an estimate.</summary>
    internal long Size => BaseSize + _headers.Size + (_content?.Size ?? 0)
        + (((long)Path.Length + (Error?.Message.Length ?? 0) + (Error?.Param?.Length ?? 0)) * sizeof(char));

    private ApiError? Error => _response.Error;

    /// <summary>
    /// Gets the parameters for a screen or a log. Values that cannot be personal data are shown: enums, booleans, numbers, currencies and
    /// ids of Stripe's objects. All others are <c>[redacted]</c>. Names are shown as they were sent, without secrets.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetRedactedParameters()
        => _content is null ? [] : RedactedParameters.Of(_content.Parameters.Root, Operation?.Parameters);

    /// <summary>Returns the method, path and status, and never the body, which may hold personal data.</summary>
    public override string ToString()
        => $"{Method} {Path} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "(no response)"}"
            + (IsContentDropped ? " (content dropped)" : "");

    /// <summary>Sets the response.</summary>
    internal void Complete(ApiResponse response) => _response.Set(response);

    internal ReceivedRequest WithoutContent() => new(this);

    /// <summary>Whether the request was sent to this path.</summary>
    internal bool HasPath(string path) => _path == SecretDigest.Of(path);

    /// <summary>Whether the header was sent with this value.</summary>
    internal bool HasHeader(string name, string value) => _headers.Has(name, value);

    /// <summary>What is kept of the response. It arrives later, also for a copy of the request.</summary>
    private sealed class ResponseHolder
    {
        private volatile Tuple<int, ApiError?>? _response;

        public int? Status => _response?.Item1;

        public ApiError? Error => _response?.Item2;

        public void Set(ApiResponse response) => _response = Tuple.Create(response.StatusCode, response.Error);
    }
}
