using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>A line of <see cref="Transitions"/>.</summary>
internal sealed record Transition(string Verb, string Resource, string Property, string Value, string[] Conditions)
{
    private const int IdLength = 24;

    public static Transition Parse(string line)
        => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var verb, var target, var value, .. var conditions]
            && target.LastIndexOf('.') is > 0 and var dot
            ? new Transition(verb, target[..dot], target[(dot + 1)..], value, conditions)
            : throw new FormatException($"'{line}' is not a transition.");

    public bool IsOf(string kind) => Resource == "*" || Resource == kind;

    public bool Applies(ParameterNode sent, JsonObject before) => Array.TrueForAll(Conditions, condition =>
        condition.Split('=') is [var name, var value]
            ? (TextOf(name, sent, before) ?? "") == value
            : sent.Find(condition) is { IsCleared: false });

    /// <summary>The value, unless the schema does not allow it or it is that of something that is not there.</summary>
    public bool TryResolve(Schema schema, JsonObject before, OperationCall call, out JsonNode? value)
    {
        value = null;
        switch (Value)
        {
            case "null":
                return schema.Nullable;
            case "now":
                DateTimeOffset now = call.Metadata.Now;
                value = schema.Kind == SchemaKind.Integer ? now.ToUnixTimeSeconds() : Rfc3339.Write(now);
                return true;
            case "*" when schema.ReferencedResource is { } resource:
                value = $"{IdPrefixes.For(resource)}_{call.Metadata.Text.Take("/" + Property, IdLength)}";
                return true;
            case ['=', .. var name]:
                return TextOf(name, call.Sent, before) is { } other && TryRead(other, schema, out value);
            default:
                return TryRead(Value, schema, out value);
        }
    }

    private static string? TextOf(string name, ParameterNode sent, JsonObject before)
        => sent.Find(name) is { IsCleared: false, Value: { } value } ? value : before[name] is JsonValue known ? known.ToString() : null;

    private static bool TryRead(string text, Schema schema, out JsonNode? value)
    {
        value = schema.Kind switch
        {
            SchemaKind.Boolean => text == "true",
            SchemaKind.Integer => long.TryParse(text, CultureInfo.InvariantCulture, out long number) ? number : null,
            _ => schema.Values.Count == 0 || schema.Values.Contains(text) ? text : null,
        };
        return value is not null;
    }
}
