using Lattice.Spec.OpenApi;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Redaction;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>
/// Checks the value of an expected parameter. If the parameter never has this value, such as a misspelled one of an enum, the expectation
/// is never met, so that an assertion that no request meets it would always succeed.
/// </summary>
internal static class ExpectedValue
{
    private const int MaximumListed = 20;

    private static readonly string[] s_booleans = ["true", "false"];

    /// <summary>Checks expected parameters. A value that was sent can be expected, even though Stripe does not accept it.</summary>
    /// <exception cref="StripeAssertionException">A parameter never has the value.</exception>
    public static void Check(IEnumerable<KeyValuePair<string, string>> expected, Operation operation, OperationRequests requests)
    {
        HashSet<KeyValuePair<string, string>>? sent = null;
        foreach (KeyValuePair<string, string> parameter in expected)
        {
            if (FindError(parameter, ExpectedName.Of(parameter.Key, operation), requests.Check) is { } error
                && !(sent ??= [.. requests.Received.SelectMany(request => request.SentParameters)]).Contains(parameter))
            {
                throw new StripeAssertionException($"The operation {requests.Operation} {error}");
            }
        }
    }

    private static string? FindError(
        KeyValuePair<string, string> parameter, ExpectedName name, ParameterCheck check)
    {
        (string key, string value) = parameter;
        if (name.Schemas.Count == 0
            || (name.IsMapValue && value.Length == 0)
            || name.Schemas.Any(schema => Accepts(schema, value, name, check)))
        {
            return null;
        }

        string[] values = [.. name.Schemas.SelectMany(ValuesOf).Distinct()];
        string taken = string.Join(" or ", name.Schemas.Select(schema => Describe(schema, name)).Distinct());
        string suggestion = Suggestions.FindSimilar(values.Where(known => known.Length > 0), value) is { } similar
            ? $" Did you mean {MessageText.Quote(similar)}?"
            : "";
        return $"never takes {MessageText.Quote(value)} for '{MessageText.Show(key)}', which is {taken}.{suggestion}";
    }

    private static bool Accepts(Schema schema, string value, ExpectedName name, ParameterCheck check)
    {
        // Text can have any value. What Stripe requires of its length or of an address depends on more than the specification.
        bool isText = schema.Kind == SchemaKind.String && schema.Values.Count == 0 && schema.Format is not ("decimal" or "int64" or "date-time");

        // In JSON, these stand for a parameter that is cleared, and for lists and objects without content.
        bool isEmpty = name.IsJson && (value, schema.Kind) is ("null", _) or ("[]", SchemaKind.Array) or ("{}", SchemaKind.Object);
        if (isText || isEmpty)
        {
            return true;
        }

        ParameterNode sent = ParameterNode.Root().Add("value", ParameterKind.Form);
        sent.Value = value;
        return check.FindError(sent, schema) is null;
    }

    private static IEnumerable<string> ValuesOf(Schema schema) => schema.Kind == SchemaKind.Boolean ? s_booleans : schema.Values;

    private static string Describe(Schema schema, ExpectedName name) => (schema.Kind, schema.Format) switch
    {
        _ when schema.Values.Count > 0 => Enumerate(schema.Values),
        (SchemaKind.Object, _) => $"an object: expect a parameter in it, such as '{ParameterIn(schema, name)}'",
        (SchemaKind.Array, _) => $"a list: expect an element of it, such as '{name.NameOf("0", isIndex: true)}'",
        (SchemaKind.Boolean, _) => "true or false",
        (SchemaKind.Integer, _) when schema.IsTime => "a time in Unix seconds",
        (SchemaKind.Integer, _) or (SchemaKind.String, "int64") => "an integer",
        (SchemaKind.String, "date-time") => "a time as in RFC 3339, such as 2020-01-31T23:59:59Z",
        _ => "a decimal number",
    };

    private static string Enumerate(IReadOnlyList<string> values)
    {
        string listed = string.Join(", ", values.Take(MaximumListed).Select(MessageText.Quote));
        return values.Count == 1 ? listed : $"one of {listed}{(values.Count > MaximumListed ? ", …" : "")}";
    }

    private static string ParameterIn(Schema schema, ExpectedName name)
        => name.NameOf(schema.Properties is [var first, ..] ? first.Name : "key", isIndex: false);
}
