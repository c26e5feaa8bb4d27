using System.Globalization;
using System.Text.RegularExpressions;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Redaction;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>
/// The parameters of a request without personal data. Only values that cannot be personal according to the slice are shown: enums,
/// booleans, numbers, currencies, and ids of Stripe's objects. Other strings, dates of birth and unknown parameters are redacted.
/// </summary>
internal static partial class RedactedParameters
{
    /// <summary>The maximum length of numbers and ids that are shown.</summary>
    private const int MaximumLength = 100;

    private const string Currency = "currency";

    /// <summary>Names, or parts of names, of numbers that belong to a person or a card.</summary>
    private static readonly string[] s_personalNumbers = ["birth", "born", "dob", "exp_month", "exp_year"];

    /// <param name="root">The parameters that were sent.</param>
    /// <param name="schema">Their schema; null if it is not known.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ParameterNode root, Schema? schema)
        => [.. ValuesBelow(root, new Position(schema is null ? [] : CasesOf(schema), IsPersonal: false, IsInMap: false))];

    private static IEnumerable<KeyValuePair<string, string>> ValuesBelow(ParameterNode node, Position position)
    {
        if (node.Text is not { } text)
        {
            return node.Children.SelectMany(child => ValuesBelow(child, Into(child, position)));
        }

        bool isShown = node.Value is null || node.IsCleared
            || position.Schemas.Any(schema => IsHarmless(node.Key, text, schema, position));
        return [new(SecretText.Redact(node.Name), isShown ? SecretText.Redact(text) : SecretText.Redacted)];
    }

    private static Position Into(ParameterNode child, Position parent) => new(
        [
            .. parent.Schemas
                .Select(schema => schema.Kind == SchemaKind.Array ? schema.Items : schema.Find(child.Key)?.Schema ?? schema.MapValues)
                .OfType<Schema>()
                .SelectMany(CasesOf),
        ],
        parent.IsPersonal || s_personalNumbers.Any(name => child.Key.Contains(name, StringComparison.Ordinal)),
        parent.IsInMap || !parent.Schemas.Any(schema => schema.Kind == SchemaKind.Array || schema.Find(child.Key) is not null));

    private static IReadOnlyList<Schema> CasesOf(Schema schema)
        => schema.Kind == SchemaKind.Union ? [.. schema.Cases.SelectMany(CasesOf)] : [schema];

    private static bool IsHarmless(string name, string value, Schema schema, Position position) => schema.Kind switch
    {
        _ when schema.Values.Contains(value) => true,
        SchemaKind.Boolean => value is "true" or "false",
        SchemaKind.Integer or SchemaKind.Number => !position.IsPersonal && IsNumber(value),
        SchemaKind.String when schema.Format is "decimal" or "int64" => !position.IsPersonal && IsNumber(value),
        SchemaKind.String => !schema.IsSecret && !position.IsInMap && (IsCurrency(name, value) || IsId(value)),
        _ => false,
    };

    private static bool IsNumber(string value) => value.Length <= MaximumLength
        && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static bool IsCurrency(string name, string value)
        => (name == Currency || name.EndsWith("_" + Currency, StringComparison.Ordinal)) && CurrencyFormat().IsMatch(value);

    /// <summary>Whether a value is the id of an object. Ids have digits, and names of people do not.</summary>
    private static bool IsId(string value)
        => value.Length <= MaximumLength && IdPrefixes.IsId(value) && value.Any(char.IsAsciiDigit) && IdFormat().IsMatch(value);

    [GeneratedRegex(@"^[A-Za-z]{3}\z")]
    private static partial Regex CurrencyFormat();

    [GeneratedRegex(@"^[0-9A-Za-z_]+\z")]
    private static partial Regex IdFormat();

    /// <summary>Where a parameter is.</summary>
    /// <param name="Schemas">The schemas that it may have, with unions flattened.</param>
    /// <param name="IsPersonal">Whether its numbers belong to a person or a card.</param>
    /// <param name="IsInMap">Whether it is in a map, whose values are the caller's own even if they look like ids.</param>
    private readonly record struct Position(IReadOnlyList<Schema> Schemas, bool IsPersonal, bool IsInMap);
}
