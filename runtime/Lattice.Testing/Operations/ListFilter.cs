using System.Globalization;
using System.Text.Json;
using Lattice.Spec.Stripe;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// The parameters of a list that equal a field of its objects: <c>customer=cus_1</c>, <c>recurring[interval]=month</c>,
/// <c>created[gte]=1700000000</c>. Other parameters do not filter.
/// </summary>
internal static class ListFilter
{
    private const string All = "all";

    private static readonly string[] s_others = ["ending_before", "expand", "include", "limit", "page", "starting_after"];
    private static readonly string[] s_bounds = ["gt", "gte", "lt", "lte"];

    public static bool IsNeeded(ParameterNode sent) => sent.Children.Any(child => !s_others.Contains(child.Key));

    public static bool Matches(JsonElement value, ParameterNode sent, Schema schema)
        => sent.Children.Where(child => !s_others.Contains(child.Key)).All(child => MatchesField(value, child, schema));

    private static bool MatchesField(JsonElement value, ParameterNode sent, Schema schema)
    {
        // A list of values has a name in the plural: lookup_keys.
        string name = schema.Find(sent.Key) is null && sent.IsList ? Inflector.Singularize(sent.Key) : sent.Key;
        if (schema.Find(name) is not { } property || sent.IsCleared)
        {
            return true;
        }

        return IsAll(sent, property.Schema)
            || (value.TryGetProperty(name, out JsonElement field) && MatchesValue(field, sent, property.Schema));
    }

    private static bool IsAll(ParameterNode sent, Schema schema)
        => sent.Value == All && schema.Values.Count > 0 && !schema.Values.Contains(All);

    private static bool MatchesValue(JsonElement value, ParameterNode sent, Schema schema)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().Any(element => MatchesValue(element, sent, schema.Items ?? schema));
        }

        if (sent.Value is { } text)
        {
            return TextOf(value) is { } known
                && (known == text || (value.ValueKind == JsonValueKind.Number && NumberOf(known) == NumberOf(text)));
        }

        return sent.IsList ? sent.Elements.Any(element => MatchesValue(value, element, schema))
            : sent.Children.All(child => s_bounds.Contains(child.Key)) ? IsInRange(value, sent)
            : value.ValueKind == JsonValueKind.Object
                && ObjectSchemas.Of(schema).FirstOrDefault() is { } inner
                && Matches(value, sent, inner);
    }

    private static bool IsInRange(JsonElement value, ParameterNode sent)
        => TextOf(value) is { } known && OrderOf(known) is { } order && sent.Children.All(bound =>
            OrderOf(bound.Value ?? "") is { } limit && bound.Key switch
            {
                "gt" => order > limit,
                "gte" => order >= limit,
                "lt" => order < limit,
                _ => order <= limit,
            });

    /// <summary>The text of a value; the id of an object.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Object when value.TryGetProperty("id", out JsonElement id) => id.GetString(),
        _ => null,
    };

    /// <summary>A number that orders values: the number itself, or the ticks of a time.</summary>
    public static decimal? OrderOf(string text)
        => NumberOf(text) ?? (Rfc3339.TryRead(text, out DateTimeOffset time) ? time.UtcTicks : null);

    private static decimal? NumberOf(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
