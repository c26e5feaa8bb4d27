using Lattice.Stripe.Testing.Parameters;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>A line of <see cref="InitialStates"/>.</summary>
/// <param name="Property">The resource and its property.</param>
/// <param name="Value">The value, <c>=</c> with a parameter's name, or <c>*</c>.</param>
/// <param name="Conditions">The conditions, all of which must be met.</param>
internal sealed record InitialValue(string Property, string Value, string[] Conditions)
{
    private readonly ParameterNode _literal = LiteralOf(Value);

    /// <summary>Whether the value is generated even if the schema allows null.</summary>
    public bool IsGenerated => Value == "*";

    public static InitialValue Parse(string line)
        => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var property, var value, .. var conditions]
            ? new InitialValue(property, value, conditions)
            : throw new FormatException($"'{line}' is not an initial state.");

    /// <summary>The value as if it had been sent; null if absent.</summary>
    public ParameterNode? Resolve(ParameterNode? sent) => Value switch
    {
        "*" => null,
        ['=', .. var other] => sent?.Find(other),
        _ => _literal,
    };

    public bool Applies(ParameterNode? sent, PropertyLocation location, string? action)
        => Array.TrueForAll(Conditions, condition => condition[0] switch
        {
            '/' => location.IsRoot && condition[1..] == action,
            '@' => condition[1..] == location.Name,
            _ => WasSent(condition.Split('='), sent),
        });

    private static bool WasSent(string[] condition, ParameterNode? sent)
        => sent?.Find(condition[0]) is { IsCleared: false } value && (condition.Length == 1 || value.Value == condition[1]);

    private static ParameterNode LiteralOf(string value)
    {
        ParameterNode literal = ParameterNode.Root();
        literal.Value = value;
        return literal;
    }
}
