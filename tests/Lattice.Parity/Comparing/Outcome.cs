using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lattice.Parity.Comparing;

/// <summary>The parts of a response that are compared.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Type">The error's type; null if there is no error.</param>
/// <param name="Param">
/// Which parameter the error names: <c>own</c> for the invalid one, <c>other</c> for another one, or null for none. Indexes of lists are
/// ignored.
/// </param>
internal sealed partial record Outcome(int StatusCode, string? Type, string? Param)
{
    public static Outcome Read(int status, string body, string? wrongParam)
    {
        if (status is >= 200 and <= 299)
        {
            return new Outcome(status, null, null);
        }

        JsonElement? error = FindError(body);
        string? param = TextOf(error, "param");
        return new Outcome(status, TextOf(error, "type"), param is null ? null : Plain(param) == Plain(wrongParam ?? "") ? "own" : "other");
    }

    /// <summary>The outcome as in the list of differences, such as <c>400 invalid_request_error own</c>.</summary>
    public override string ToString()
        => string.Join(' ', ((string?[])[StatusCode.ToString(CultureInfo.InvariantCulture), Type, Param]).Where(part => part is not null));

    private static JsonElement? FindError(string body)
    {
        try
        {
            JsonElement root = JsonElement.Parse(body);
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out JsonElement error)
                && error.ValueKind == JsonValueKind.Object
                    ? error
                    : null;
        }
        catch (JsonException)
        {
            // A response that is not JSON has no error object.
            return null;
        }
    }

    private static string? TextOf(JsonElement? error, string name)
        => error?.TryGetProperty(name, out JsonElement value) == true && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Plain(string param) => Location().Replace(param, "[]");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Location();
}
