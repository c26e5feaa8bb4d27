using System.Net;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>Any response that a server, or something between it and us, could send.</summary>
internal sealed record RandomResponse(int StatusCode, byte[] Body, (string Name, string Value)[] Headers)
{
    /// <summary>A secret in data that no text of an error is derived from: unknown fields, and bodies that are not JSON.</summary>
    public const string Hidden = "pi_1_secret_hidden";

    private static readonly string[] s_errorFields =
    [
        "type", "code", "decline_code", "advice_code", "param", "message", "doc_url", "request_log_url", "charge", "user_message",
    ];

    private static readonly string[] s_thingFields =
    [
        "id", "amount", "live", "tags", "owner", "created", "price", "url", "kind", "kinds", "metadata", "free",
    ];

    private static readonly Gen<string> s_anyText = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");

    /// <summary>Texts that the server may put anywhere; some hold the key that the call was made with.</summary>
    private static readonly Gen<string> s_text = Gen.Frequency(
        (3, s_anyText),
        (1, Gen.Constant(Caller.Key)),
        (1, s_anyText.Select(text => $"{text}Bearer {Caller.Key}{text}")),
        (1, Gen.Elements("", "card_error", "\ud800", "\0", "\uFEFF", "[redacted]")));

    public static Gen<RandomResponse> Any { get; } =
        from status in Gen.Frequency(
            (2, Gen.Choose(0, 999)), (1, Gen.Elements(200, 201, 204)), (2, Gen.Elements(400, 401, 402, 409, 429, 500, 503)))
        from body in Gen.Frequency(
            (1, Bytes), (2, Json(Value(3))), (4, Json(ErrorBody)), (2, Json(Thing)), (2, Damaged(ErrorBody)), (1, Damaged(Thing)))
        from headers in Header.ArrayOf()
        select new RandomResponse(status, body, headers);

    private static Gen<byte[]> Bytes =>
        from bytes in ArbMap.Default.GeneratorFor<byte[]>()
        select (byte[])[.. bytes, .. Encoding.UTF8.GetBytes(Hidden)];

    private static Gen<string> ErrorBody =>
        from fields in Gen.OneOf(Field(s_errorFields, Gen.OneOf(s_text.Select(Quote), Value(1))), UnknownField).ListOf()
        from error in Gen.Frequency((5, Gen.Constant(Object(fields))), (1, s_text.Select(Quote)), (1, Value(2)))
        from description in Gen.OneOf(s_text.Select(Quote), Value(1))
        from unknown in UnknownField
        from name in Gen.Elements("error", "\\u0065rror")
        from order in Gen.Shuffle([$"\"{name}\":{error}", $"\"error_description\":{description}", unknown])
        select Object(order);

    private static Gen<string> Thing =>
        from fields in Gen.OneOf(Field(s_thingFields, Value(2)), UnknownField).ListOf()
        select Object(fields);

    private static Gen<string> UnknownField => Field(["payment_intent", "x"], Gen.OneOf(
        Gen.Constant(Quote(Hidden)), Gen.Constant($$"""{"id":"pi_1","client_secret":"{{Hidden}}"}"""), Value(2)));

    private static Gen<(string Name, string Value)> Header =>
        from name in Gen.Elements("Request-Id", "Retry-After", "Stripe-Should-Retry", "Idempotent-Replayed", "Stripe-Version", "X-Any")
        from value in Gen.OneOf(s_text, Gen.Elements("true", "false", "0", "-1", "4", "99999999999", "Thu, 01 Jan 1970 00:00:04 GMT"))
        select (name, value);

    public HttpResponseMessage ToMessage()
    {
        var message = new HttpResponseMessage((HttpStatusCode)StatusCode) { Content = new ByteArrayContent(Body) };
        foreach ((string name, string value) in Headers)
        {
            // Values that are not allowed in a header are not added.
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>What a failed test prints.</summary>
    public override string ToString()
    {
        IEnumerable<string> headers = Headers.Select(header => $"{header.Name}: {header.Value}");
        return $"{StatusCode} [{string.Join("; ", headers)}] {JsonSerializer.Serialize(Body)} = {Encoding.UTF8.GetString(Body)}";
    }

    private static Gen<byte[]> Json(Gen<string> json) => json.Select(Encoding.UTF8.GetBytes);

    /// <summary>JSON that is truncated, or in which a byte is changed.</summary>
    private static Gen<byte[]> Damaged(Gen<string> json) =>
        from bytes in Json(json)
        from at in Gen.Choose(0, bytes.Length - 1)
        from other in Gen.Choose(0, 255)
        from cut in Gen.Elements(true, false)
        select cut ? bytes[..at] : (byte[])[.. bytes[..at], (byte)other, .. bytes[(at + 1)..]];

    private static Gen<string> Value(int depth)
    {
        Gen<string> scalar = Gen.OneOf(
            s_anyText.Select(Quote),
            Gen.Elements("null", "true", "false", "0", "-1", "1.5", "1e999999", "99999999999999999999", "\"\\ud800\"", "{}", "[]"));
        return depth == 0 ? scalar : Gen.OneOf(
            scalar,
            Value(depth - 1).ListOf().Select(values => $"[{string.Join(',', values)}]"),
            Field(["a", "error", "name", "client_secret"], Value(depth - 1)).ListOf().Select(Object));
    }

    private static Gen<string> Field(string[] names, Gen<string> value) =>
        from name in Gen.Elements([.. names.Select(Quote), "\"\\ud800\"", "\"\""])
        from text in value
        select $"{name}: {text}";

    private static string Object(IEnumerable<string> fields) => $"{{{string.Join(",\n", fields)}}}";

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
