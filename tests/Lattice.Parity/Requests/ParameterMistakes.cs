using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>Creates bodies with one mistake each.</summary>
internal sealed class ParameterMistakes(SampleParameters samples)
{
    /// <summary>The maximum number of mistakes of each kind and depth.</summary>
    private const int MaximumOfKind = 2;

    /// <summary>The maximum depth of objects that contain a mistake.</summary>
    private const int MaximumDepth = 2;

    private const string Unknown = "surely_unknown";

    /// <summary>Creates a body for each possible mistake, with the name of the invalid parameter.</summary>
    public IEnumerable<(string Kind, string Param, JsonObject Body)> Create(JsonObject schema)
        => CreateWithin([], schema)
            .GroupBy(mistake => (mistake.Kind, mistake.Path.Length))
            .SelectMany(kind => kind
                .Select(mistake => (mistake.Kind, Param: NameOf(mistake.Path), Body: CreateBody(schema, mistake.Path, mistake.Value)))
                .Where(mistake => mistake.Body is not null)
                .Take(MaximumOfKind))
            .Select(mistake => (mistake.Kind, mistake.Param, mistake.Body!));

    private IEnumerable<(string Kind, string[] Path, JsonNode? Value)> CreateWithin(string[] parent, JsonObject schema)
    {
        // An object without properties accepts any name.
        if (SampleParameters.PropertiesOf(schema).Any() || parent.Length == 0)
        {
            yield return (parent.Length == 0 ? "unknown parameter" : "unknown nested parameter", [.. parent, Unknown], "1");
        }

        foreach (string name in SampleParameters.RequiredOf(schema).Order(StringComparer.Ordinal))
        {
            yield return ("missing parameter", [.. parent, name], null);
        }

        foreach ((string name, JsonNode? property) in SampleParameters.PropertiesOf(schema))
        {
            // A value that does not match one case of a union may match another.
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

            if (parent.Length >= MaximumDepth || !SampleParameters.PropertiesOf(simple).Any())
            {
                continue;
            }

            foreach ((string, string[], JsonNode?) nested in CreateWithin(path, simple))
            {
                yield return nested;
            }
        }
    }

    private IEnumerable<(string Kind, JsonNode? Value)> MistakesOf(JsonObject schema, JsonNode? property)
    {
        string[] values = SampleParameters.EnumOf(schema);
        switch (SampleParameters.TypeOf(schema), SampleParameters.FormatOf(schema))
        {
            case ("integer", "unix-time"): yield return ("invalid time", "soon"); break;
            case ("integer", _): yield return ("invalid integer", "many"); break;
            case ("number", _): yield return ("invalid number", "many"); break;
            case ("boolean", _): yield return ("invalid boolean", "maybe"); break;
            case ("array", _): yield return ("invalid list", "single"); break;
            case ("object", _) when SampleParameters.PropertiesOf(schema).Any(): yield return ("invalid object", "single"); break;
            case ("string", "decimal"): yield return ("invalid decimal", "many"); break;
            case ("string", "date-time"): yield return ("invalid time", "soon"); break;
            case ("string", null) when values.Length > 0:
                yield return ("unknown enum value", "surely_unknown");
                break;
            case ("string", null) when values.Length == 0:
                yield return ("object instead of a string", new JsonObject { ["deeper"] = "1" });
                if (schema["maxLength"]?.GetValue<int>() is { } limit)
                {
                    yield return ("string that is too long", new string('x', limit + 1));
                }

                break;
        }

        if (!samples.CanBeEmpty(property) && SampleParameters.FormatOf(schema) != "binary")
        {
            bool isText = SampleParameters.TypeOf(schema) == "string" && values.Length == 0;
            yield return (isText ? "empty string" : "empty value", "");
        }
    }

    /// <summary>
    /// Creates a body with the required parameters and the value at the path; a null value removes the parameter. Returns null if
    /// that leaves an empty object, which a form cannot send.
    /// </summary>
    private JsonObject? CreateBody(JsonObject schema, string[] path, JsonNode? value)
    {
        JsonObject body = samples.CreateObject(schema, all: false);
        JsonObject location = body;
        foreach (string name in path[..^1])
        {
            schema = samples.Simplify(schema["properties"]![name]);
            if (location[name] is not JsonObject)
            {
                JsonObject nested = samples.CreateObject(schema, all: false, depth: 1);
                location[name] = nested;
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
