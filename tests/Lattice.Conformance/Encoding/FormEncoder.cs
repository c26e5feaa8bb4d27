using System.Globalization;
using System.Text;

namespace Lattice.Conformance.Encoding;

/// <summary>
/// Encodes sample values as a form, by the rules for Stripe's form encoding and without regard to speed. It shares no code with the
/// runtime's writer, so it is an independent reference.
/// </summary>
internal static class FormEncoder
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._";

    public static string Encode(IReadOnlyDictionary<string, object?> parameters) =>
        string.Join('&', Flatten(parameters).Select(parameter => $"{parameter.Name}={Escape(parameter.Value)}"));

    /// <summary>Returns the parameters with their bracketed names and unencoded values.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="escapeKeys">Whether keys are encoded, as in a form. The parts of a multipart body have unencoded names.</param>
    public static IEnumerable<(string Name, string Value)> Flatten(IReadOnlyDictionary<string, object?> parameters, bool escapeKeys = true)
    {
        Func<string, string> key = escapeKeys ? Escape : name => name;
        return parameters.SelectMany(parameter => Flatten(key(parameter.Key), parameter.Value, key));
    }

    /// <summary>Encodes a string like the WHATWG serializer of <c>application/x-www-form-urlencoded</c>.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (byte b in System.Text.Encoding.UTF8.GetBytes(text))
        {
            _ = b switch
            {
                (byte)' ' => escaped.Append('+'),
                _ when Unreserved.Contains((char)b) => escaped.Append((char)b),
                _ => escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture)),
            };
        }

        return escaped.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Flatten(string name, object? value, Func<string, string> key) => value switch
    {
        Dictionary<string, object?> values => values.SelectMany(entry => Flatten($"{name}[{key(entry.Key)}]", entry.Value, key)),
        List<object?> elements => elements.SelectMany((element, index) => FlattenElement($"{name}[{index}]", element, key)),
        _ => [(name, GetText(value))],
    };

    // An empty element keeps its index, so that there is no gap.
    private static IEnumerable<(string Name, string Value)> FlattenElement(string name, object? element, Func<string, string> key) =>
        Flatten(name, element, key).DefaultIfEmpty((name, ""));

    private static string GetText(object? value) => value switch
    {
        null or Cleared => "",
        string text => text,
        EnumValue known => known.Text,
        ConstValue literal => literal.Text,
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        Int64String number => number.Text,
        DecimalString number => number.Text,
        DateTimeOffset time => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A form cannot contain a {value.GetType().Name}.", nameof(value)),
    };
}
