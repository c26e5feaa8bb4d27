using System.Globalization;
using System.Text.Json;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Reads the parameters of a JSON body, the format of API v2.</summary>
internal static class JsonParameters
{
    /// <summary>
    /// The maximum length of a full name, which is much longer than any name of an API. Otherwise, many parameters in one with a long name
    /// would have names that are much longer than the body.
    /// </summary>
    private const int MaximumNameLength = 1_000;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = ParameterName.MaximumDepth };

    /// <summary>Adds the body's properties to <paramref name="root"/>, or returns why the body cannot be read.</summary>
    public static ApiError? Read(ReadOnlyMemory<byte> body, ParameterNode root)
    {
        try
        {
            using var document = JsonDocument.Parse(body, s_options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? AddProperties(document.RootElement, root)
                : ApiError.Of("Invalid JSON: the body must be an object.", code: ApiErrorCodes.InvalidJson);
        }
        catch (JsonException exception)
        {
            // The exception's message quotes at most one character of the body.
            return ApiError.Of($"Invalid JSON: {exception.Message}", code: ApiErrorCodes.InvalidJson);
        }
        catch (InvalidOperationException)
        {
            // The name has an escaped lone surrogate.
            return ApiError.Of("Invalid JSON: the name of a property is not Unicode text.", code: ApiErrorCodes.InvalidJson);
        }
    }

    private static ApiError? AddProperties(JsonElement source, ParameterNode target)
    {
        foreach (JsonProperty property in source.EnumerateObject())
        {
            if (target.Find(property.Name) is { } first)
            {
                return ApiError.Of($"Invalid {first.Name}: it was sent twice.", first.Name);
            }

            if (AddValue(property.Value, target, property.Name) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static ApiError? AddValue(JsonElement source, ParameterNode parent, string key)
    {
        ParameterNode node = parent.Add(key, KindOf(source.ValueKind));
        if (node.NameLength > MaximumNameLength)
        {
            return ApiError.Of(
                $"Invalid JSON: the name of a property and those around it have more than {MaximumNameLength} characters: "
                + $"{ApiError.Shorten(key)}.",
                code: ApiErrorCodes.InvalidJson);
        }

        switch (source.ValueKind)
        {
            case JsonValueKind.Object:
                return AddProperties(source, node);
            case JsonValueKind.Array:
                return source.EnumerateArray()
                    .Select((element, index) => AddValue(element, node, index.ToString(CultureInfo.InvariantCulture)))
                    .FirstOrDefault(error => error is not null);
            case JsonValueKind.String:
                node.Value = TextOf(source);
                return node.Value is null ? ApiError.Of($"Invalid {node.Name}: it is not Unicode text.", node.Name) : null;
            default:
                node.Value = source.GetRawText();
                return null;
        }
    }

    /// <summary>The text; null if it has an escaped lone surrogate.</summary>
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
