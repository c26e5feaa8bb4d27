namespace Lattice.Stripe.Testing.Answers;

/// <summary>Why a request is refused, in the terms of Stripe's error object.</summary>
internal sealed record Refusal(int Status, string Message, string? Code = null, string? Param = null)
{
    public const string Type = "invalid_request_error";

    private const int BadRequest = 400;
    private const int NotFound = 404;

    public static Refusal Of(string message, string? param = null, string? code = null)
        => new(BadRequest, message, code, param);

    /// <summary>The two ends of a long text, as in Stripe's messages.</summary>
    public static string Shorten(string text) => text.Length <= 23 ? text : $"{text[..10]}...{text[^10..]}";

    public static Refusal UnrecognizedUrl(string method, string path) => new(
        NotFound,
        $"Unrecognized request URL ({method}: {path}). The stand-in knows the operations of its slice and no others.");

    public static Refusal Missing(string param) => Of($"Missing required param: {param}.", param, ErrorCodes.Missing);

    public static Refusal Empty(string param) => Of(
        $"You passed an empty string for '{param}'. An empty value unsets a parameter, and '{param}' cannot be unset: "
        + "leave it out or give it a value.",
        param,
        ErrorCodes.InvalidEmpty);

    public static Refusal Unknown(IReadOnlyList<string> names) => Of(
        $"Received unknown parameter{(names.Count == 1 ? "" : "s")}: {string.Join(", ", names)}",
        names[0],
        ErrorCodes.Unknown);
}
