using System.Globalization;
using Lattice.Stripe.Testing.Answers;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Checks a single value that is not empty.</summary>
internal static class ValueCheck
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static Refusal? FindProblem(ParameterNode sent, Schema schema, bool required)
    {
        if (sent.Value is not { } value) return Refusal.Of($"Invalid {NameOf(schema.Kind)}", sent.Name);

        return schema.Kind switch
        {
            SchemaKind.Integer => CheckInteger(sent.Name, value, schema),
            SchemaKind.Number => CheckDecimal(sent.Name, value),
            SchemaKind.Boolean => CheckBoolean(sent.Name, value),
            _ => CheckString(sent.Name, value, schema, required),
        } ?? CheckValues(sent.Name, value, schema);
    }

    private static string NameOf(SchemaKind kind) => kind switch
    {
        SchemaKind.Integer => "integer",
        SchemaKind.Number => "decimal",
        SchemaKind.Boolean => "boolean",
        _ => "string",
    };

    private static Refusal? CheckInteger(string name, string value, Schema schema)
    {
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) return null;

        string message = schema.IsTime
            ? $"Invalid timestamp: {value}; must be an integer Unix timestamp in seconds"
            : $"Invalid integer: {value}";
        return Refusal.Of(message, name, ErrorCodes.InvalidInteger);
    }

    private static Refusal? CheckDecimal(string name, string value)
        => decimal.TryParse(value, Decimal, CultureInfo.InvariantCulture, out _)
            ? null
            : Refusal.Of($"Invalid decimal: {value}", name);

    private static Refusal? CheckBoolean(string name, string value)
        => value is "true" or "false" ? null : Refusal.Of($"Invalid boolean: {value}", name);

    private static Refusal? CheckString(string name, string value, Schema schema, bool required)
    {
        if (required && string.IsNullOrWhiteSpace(value))
            return Refusal.Of($"Invalid {name}: it holds nothing but white space", name, ErrorCodes.InvalidStringBlank);

        if (schema.Format == "decimal") return CheckDecimal(name, value);

        return schema.MaxLength is { } limit && value.EnumerateRunes().Count() > limit
            ? Refusal.Of($"Invalid string: {Refusal.Shorten(value)}; must be at most {limit} characters", name)
            : null;
    }

    private static Refusal? CheckValues(string name, string value, Schema schema)
    {
        if (schema.TakesUnknownValues || schema.Values.Count == 0 || schema.Values.Contains(value)) return null;

        string[] allowed = [.. schema.Values.Where(allowedValue => allowedValue.Length > 0)];
        return Refusal.Of($"Invalid {name}: must be one of {Enumerate(allowed)}", name);
    }

    /// <summary>"a", "a or b", "a, b, or c".</summary>
    private static string Enumerate(string[] values) => values switch
    {
        [] => "(no value)",
        [var only] => only,
        [var first, var second] => $"{first} or {second}",
        [.. var others, var last] => $"{string.Join(", ", others)}, or {last}",
    };
}
