using System.Globalization;
using System.Text;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <summary>A request that a <see cref="StripeStandIn"/> received, and how it was answered.</summary>
/// <remarks>
/// The API key is never kept. <see cref="Body"/> and <see cref="Parameters"/> hold what the caller sent as it was sent,
/// personal data included; <see cref="ToString"/> shows neither.
/// </remarks>
public sealed class ReceivedRequest
{
    private const string Authorization = "Authorization";

    private readonly ParameterNode _parameters;
    private readonly AuthorizationDigest _authorization;
    private volatile ApiResponse? _response;

    internal ReceivedRequest(RequestContext context)
    {
        _parameters = context.Parameters.Root;
        _authorization = AuthorizationDigest.Of(context.Header(Authorization));
        Method = context.Request.Method;
        Path = context.Request.Path;
        Headers = WithoutKey(context.Request.Headers);
        Body = Encoding.UTF8.GetString(context.Request.Body);
        Parameters = context.Parameters.Pairs;
        RequestId = context.RequestId;
        Operation = context.Route?.Operation;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>The path as it was sent, percent-encoding included, without the query.</summary>
    public string Path { get; }

    /// <summary>
    /// The headers; names ignore case, and values of a repeated name are joined by commas. The value of
    /// <c>Authorization</c> is redacted.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as it was sent, read as UTF-8; empty when there was none.</summary>
    public string Body { get; }

    /// <summary>
    /// The decoded parameters in the order they were sent, those of the query before those of the body. Names of forms
    /// keep their brackets (<c>list[0][field]</c>); those of JSON bodies are written as paths (<c>list[0].field</c>). A file
    /// is shown by its name, media type, length and digest.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>
    /// The HTTP status that was answered; null while there is no response yet, and when there is none, because the caller gave
    /// the request up or a test had planned to drop it.
    /// </summary>
    public int? StatusCode => _response?.StatusCode;

    /// <summary>The <c>type</c> of the error that was answered; null when none was.</summary>
    public StripeErrorType? ErrorType => ApiError?.Type is { } type ? new StripeErrorType(type) : null;

    /// <summary>The <c>code</c> of the error that was answered; null when there was none.</summary>
    public string? ErrorCode => ApiError?.Code;

    /// <summary>The parameter that the error that was answered is about; null when it names none, as in API v2.</summary>
    public string? ErrorParam => ApiError?.Param;

    /// <summary>
    /// The <c>message</c> of the error that was answered; null when none was. It may quote a part of what the caller sent.
    /// </summary>
    public string? ErrorMessage => ApiError?.Message;

    /// <summary>The <c>Request-Id</c> of the response; one that is planned not to come from Stripe is sent without it.</summary>
    public string RequestId { get; }

    /// <summary>The <c>operationId</c> of the slice's operation that matched; null when none did.</summary>
    public string? OperationId => Operation?.Id;

    internal Operation? Operation { get; }

    private ApiError? ApiError => _response?.ApiError;

    /// <summary>
    /// The parameters for a screen or a log: of those whose values the slice lists (enums, booleans) the value is shown, of
    /// all others, which may hold personal data, <c>[redacted]</c>. Names are shown as they were sent.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetRedactedParameters()
        => RedactedParameters.Of(_parameters, Operation?.Parameters);

    /// <summary>The method, path and status: never the body, which may hold personal data.</summary>
    public override string ToString()
        => $"{Method} {Path} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "(no response)"}";

    /// <summary>Notes how the request was answered.</summary>
    internal void Complete(ApiResponse response) => _response = response;

    /// <summary>Whether the request came with this value of <c>Authorization</c>.</summary>
    internal bool HasAuthorization(string value) => _authorization == AuthorizationDigest.Of(value);

    private static Dictionary<string, string> WithoutKey(IReadOnlyDictionary<string, string> headers)
    {
        Dictionary<string, string> kept = new(headers, StringComparer.OrdinalIgnoreCase);
        if (kept.TryGetValue(Authorization, out string? value))
        {
            kept[Authorization] = ApiKeyText.RedactAuthorization(value);
        }

        return kept;
    }
}
