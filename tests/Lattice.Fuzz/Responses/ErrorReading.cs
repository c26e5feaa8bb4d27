using System.Text.Json;

namespace Lattice.Fuzz.Responses;

/// <summary>What the body of an error says, read independently of the client.</summary>
/// <param name="IsCertain">Whether it can be read in one way only: it is valid JSON in which no name of the error occurs twice.</param>
/// <param name="Type">The type of the error.</param>
/// <param name="Code">Its code.</param>
internal sealed record ErrorReading(bool IsCertain, string? Type, string? Code)
{
    private static readonly string[] s_types =
    [
        "api_error", "card_error", "idempotency_error", "invalid_request_error", "authentication_error", "permission_error", "rate_limit_error",
        "rate_limit", "temporary_session_expired",
    ];

    public bool HasTypeOfStripe => s_types.Contains(Type);

    public static ErrorReading Of(byte[] body)
    {
        try
        {
            JsonElement root = JsonElement.Parse(body, new JsonDocumentOptions { MaxDepth = 10_000 });
            if (root.ValueKind != JsonValueKind.Object)
            {
                return new ErrorReading(true, null, null);
            }

            JsonProperty[] errors = [.. root.EnumerateObject().Where(property => property.NameEquals("error"))];
            return errors switch
            {
                [] => new ErrorReading(true, null, null),
                [{ Value.ValueKind: JsonValueKind.String } error] => new ErrorReading(true, null, GetText(error.Value)),
                [{ Value.ValueKind: JsonValueKind.Object } error] => Of(error.Value),
                [_] => new ErrorReading(true, null, null),
                _ => new ErrorReading(false, null, null),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The client reads the fields before the place that is wrong, also names that are not UTF-8, and skips a byte order mark.
            return new ErrorReading(body.Length == 0, null, null);
        }
    }

    private static ErrorReading Of(JsonElement error) => new(
        error.EnumerateObject().GroupBy(property => property.Name, StringComparer.Ordinal).All(group => group.Count() == 1),
        Find(error, "type"),
        Find(error, "code"));

    private static string? Find(JsonElement error, string name) =>
        error.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? GetText(value) : null;

    private static string? GetText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A surrogate without its other half.
            return null;
        }
    }
}
