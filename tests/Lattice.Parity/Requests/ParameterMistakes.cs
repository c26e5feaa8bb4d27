using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>Makes bodies that have one mistake each.</summary>
internal sealed class ParameterMistakes(SampleMaker samples)
{
    /// <summary>Of each kind of mistake, the first few parameters of an object get it.</summary>
    private const int MostOfAKind = 2;

    /// <summary>Mistakes are made in objects within objects, but not for ever.</summary>
    private const int MaximumDepth = 2;

    private const string Unknown = "surely_unknown";

    /// <summary>The mistakes that the parameters of a body allow, each with the name of the parameter that is wrong.</summary>
    public IEnumerable<(string Kind, string Param, JsonObject Body)> Make(JsonObject schema)
        => MakeWithin([], schema)
            .GroupBy(mistake => (mistake.Kind, mistake.Path.Length))
            .SelectMany(kind => kind
                .Select(mistake => (mistake.Kind, Param: NameOf(mistake.Path), Body: BodyWith(schema, mistake.Path, mistake.Value)))
                .Where(mistake => mistake.Body is not null)
                .Take(MostOfAKind))
            .Select(mistake => (mistake.Kind, mistake.Param, mistake.Body!));

    private IEnumerable<(string Kind, string[] Path, JsonNode? Value)> MakeWithin(string[] parent, JsonObject schema)
    {
        // An object that takes any name knows no wrong one.
        if (SampleMaker.PropertiesOf(schema).Any() || parent.Length == 0)
        {
            yield return ("unknown parameter", [.. parent, Unknown], "1");
        }

        foreach (string name in SampleMaker.RequiredOf(schema).Order(StringComparer.Ordinal))
        {
            yield return ("missing parameter", [.. parent, name], null);
        }

        foreach ((string name, JsonNode? property) in SampleMaker.PropertiesOf(schema))
        {
            // Of a choice between types, what is wrong by one may be right by another.
            if (samples.CountCases(property) > 1)
            {
                continue;
            }

            JsonObject simple = samples.Simplify(property);
            string[] path = [.. parent, name];
            foreach ((string kind, JsonNode? value) in MistakesOf(simple, property))
            {
                yield return (kind, path, value);
            }

            if (parent.Length >= MaximumDepth || !SampleMaker.PropertiesOf(simple).Any())
            {
                continue;
            }

            foreach ((string, string[], JsonNode?) nested in MakeWithin(path, simple))
            {
                yield return nested;
            }
        }
    }

    private IEnumerable<(string Kind, JsonNode? Value)> MistakesOf(JsonObject schema, JsonNode? property)
    {
        string[] values = SampleMaker.EnumOf(schema);
        switch (SampleMaker.TypeOf(schema), SampleMaker.FormatOf(schema))
        {
            case ("integer", "unix-time"): yield return ("time that is none", "soon"); break;
            case ("integer", _): yield return ("integer that is none", "many"); break;
            case ("number", _): yield return ("number that is none", "many"); break;
            case ("boolean", _): yield return ("boolean that is none", "maybe"); break;
            case ("array", _): yield return ("list that is none", "single"); break;
            case ("object", _) when SampleMaker.PropertiesOf(schema).Any(): yield return ("object that is none", "single"); break;
            case ("string", "decimal"): yield return ("decimal that is none", "many"); break;
            case ("string", "date-time"): yield return ("time that is none", "soon"); break;
            case ("string", null) when values.Length > 0 && schema["x-stripeBypassValidation"] is null:
                yield return ("unknown enum value", "surely_unknown");
                break;
            case ("string", null) when values.Length == 0:
                yield return ("text with something inside", new JsonObject { ["deeper"] = "1" });
                if (schema["maxLength"]?.GetValue<int>() is { } limit)
                {
                    yield return ("text that is too long", new string('x', limit + 1));
                }

                break;
        }

        if (!samples.CanBeEmpty(property) && SampleMaker.FormatOf(schema) != "binary")
        {
            yield return ("empty value", "");
        }
    }

    /// <summary>
    /// What is required, and at the path the value; nothing is there where the value is null. Null where that leaves an
    /// object without anything in it, which a form cannot send.
    /// </summary>
    private JsonObject? BodyWith(JsonObject schema, string[] path, JsonNode? value)
    {
        JsonObject body = samples.MakeObject(schema, all: false);
        JsonObject location = body;
        foreach (string name in path[..^1])
        {
            schema = samples.Simplify(schema["properties"]![name]);
            if (location[name] is not JsonObject)
            {
                JsonObject made = samples.MakeObject(schema, all: false, depth: 1);
                location[name] = made;
            }

            location = location[name]!.AsObject();
        }

        location.Remove(path[^1]);
        if (value is not null)
        {
            location[path[^1]] = value.DeepClone();
        }

        return location.Count > 0 || location == body ? body : null;
    }

    private static string NameOf(string[] path) => path[0] + string.Concat(path.Skip(1).Select(name => $"[{name}]"));
}
