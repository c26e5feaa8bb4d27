using System.Globalization;
using System.Text;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <summary>A request that a <see cref="StripeStandIn"/> received, and its response.</summary>
/// <remarks>
/// The API key is never redacted. <see cref="Body"/> and <see cref="Parameters"/> hold the caller's data unchanged, including personal
/// data; <see cref="ToString"/> shows neither.
/// </remarks>
public sealed class ReceivedRequest
{
    private const string Authorization = "Authorization";

    private readonly Lazy<RequestParameters> _parameters;
    private readonly AuthorizationDigest _authorization;
    private volatile ApiResponse? _response;

    internal ReceivedRequest(RequestContext context, Lazy<RequestParameters> parameters)
    {
        _parameters = parameters;
        _authorization = AuthorizationDigest.Of(context.Header(Authorization));
        Method = context.Request.Method;
        Path = context.Request.Path;
        Headers = RedactKey(context.Request.Headers);
        Body = Encoding.UTF8.GetString(context.Request.Body);
        RequestId = context.RequestId;
        Operation = context.Route?.Operation;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>The path as it was sent, percent-encoding included, without the query.</summary>
    public string Path { get; }

    /// <summary>
    /// The headers. Names are not case-sensitive, the values of a repeated name are joined by commas, and the value of
    /// <c>Authorization</c> is redacted.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as it was sent, read as UTF-8; empty if absent.</summary>
    public string Body { get; }

    /// <summary>
    /// The decoded parameters in the order in which they were sent, those of the query before those of the body. Names in forms
    /// keep their brackets (<c>list[0][field]</c>); names in JSON bodies are paths (<c>list[0].field</c>). The value of a file is its
    /// name, media type, length and digest.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters.Value.Pairs;

    /// <summary>
    /// The HTTP status of the response; null if there is no response yet, or none at all because the caller gave up or a stub
    /// dropped the connection.
    /// </summary>
    public int? StatusCode => _response?.StatusCode;

    /// <summary>The <c>type</c> of the error in the response; null if there is no error.</summary>
    public StripeEnum<StripeErrorType>? ErrorType => Error?.Type;

    /// <summary>The <c>code</c> of the error in the response; null if absent.</summary>
    public string? ErrorCode => Error?.Code;

    /// <summary>The parameter that the error in the response is about; null if it names none, as in API v2.</summary>
    public string? ErrorParam => Error?.Param;

    /// <summary>
    /// The <c>message</c> of the error in the response; null if there is no error. It may quote a part of the request.
    /// </summary>
    public string? ErrorMessage => Error?.Message;

    /// <summary>The <c>Request-Id</c> of the response. A stubbed error that does not come from Stripe is sent without it.</summary>
    public string RequestId { get; }

    /// <summary>The <c>operationId</c> of the operation in the slice; null if the slice has no such operation.</summary>
    public string? OperationId => Operation?.Id;

    internal Operation? Operation { get; }

    private ApiError? Error => _response?.Error;

    /// <summary>
    /// Gets the parameters for a screen or a log. Values that the slice lists (enums, booleans) are shown; all others, which may
    /// be personal data, are <c>[redacted]</c>. Names are shown as they were sent.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetRedactedParameters()
        => RedactedParameters.Of(_parameters.Value.Root, Operation?.Parameters);

    /// <summary>Returns the method, path and status, and never the body, which may hold personal data.</summary>
    public override string ToString()
        => $"{Method} {Path} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "(no response)"}";

    /// <summary>Sets the response.</summary>
    internal void Complete(ApiResponse response) => _response = response;

    /// <summary>Whether the request had this value of <c>Authorization</c>.</summary>
    internal bool HasAuthorization(string value) => _authorization == AuthorizationDigest.Of(value);

    private static Dictionary<string, string> RedactKey(IReadOnlyDictionary<string, string> headers)
    {
        Dictionary<string, string> redacted = new(headers, StringComparer.OrdinalIgnoreCase);
        if (redacted.TryGetValue(Authorization, out string? value))
        {
            redacted[Authorization] = ApiKeyText.RedactAuthorization(value);
        }

        return redacted;
    }
}
