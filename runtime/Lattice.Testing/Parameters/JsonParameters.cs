using System.Globalization;
using System.Text.Json;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Reads the parameters of a JSON body, as API v2 takes them.</summary>
internal static class JsonParameters
{
    /// <summary>Adds the body's properties to <paramref name="root"/>, or says why the body cannot be read.</summary>
    public static ApiError? Read(ReadOnlyMemory<byte> body, ParameterNode root)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? AddProperties(document.RootElement, root)
                : ApiError.Of("Invalid JSON: the body has to be an object.", code: ErrorCodes.InvalidJson);
        }
        catch (JsonException problem)
        {
            // The library's message quotes no more of the body than the character that it stumbled over.
            return ApiError.Of($"Invalid JSON: {problem.Message}", code: ErrorCodes.InvalidJson);
        }
        catch (InvalidOperationException)
        {
            // The escapes of a name are half of a character.
            return ApiError.Of("Invalid JSON: the name of a property is not Unicode text.", code: ErrorCodes.InvalidJson);
        }
    }

    private static ApiError? AddProperties(JsonElement source, ParameterNode target)
    {
        foreach (JsonProperty property in source.EnumerateObject())
        {
            if (target.Find(property.Name) is { } known)
            {
                return ApiError.Of($"Invalid {known.Name}: it was sent twice.", known.Name);
            }

            if (AddValue(property.Value, target, property.Name) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static ApiError? AddValue(JsonElement source, ParameterNode parent, string key)
    {
        ParameterNode node = parent.Add(key, KindOf(source.ValueKind));
        switch (source.ValueKind)
        {
            case JsonValueKind.Object:
                return AddProperties(source, node);
            case JsonValueKind.Array:
                return source.EnumerateArray()
                    .Select((element, index) => AddValue(element, node, index.ToString(CultureInfo.InvariantCulture)))
                    .FirstOrDefault(problem => problem is not null);
            case JsonValueKind.String:
                node.Value = TextOf(source);
                return node.Value is null ? ApiError.Of($"Invalid {node.Name}: it is not Unicode text.", node.Name) : null;
            default:
                node.Value = source.GetRawText();
                return null;
        }
    }

    /// <summary>The text, or null where its escapes are half of a character.</summary>
    private static string? TextOf(JsonElement source)
    {
        try
        {
            return source.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static ParameterKind KindOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => ParameterKind.Object,
        JsonValueKind.Array => ParameterKind.Array,
        JsonValueKind.String => ParameterKind.Text,
        JsonValueKind.Number => ParameterKind.Number,
        JsonValueKind.Null => ParameterKind.Null,
        _ => ParameterKind.Boolean,
    };
}
