using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>Reads a slice, and reports its errors with their locations.</summary>
internal static class SliceReader
{
    /// <param name="json">The OpenAPI document.</param>
    /// <param name="name">The name of the slice in error messages, such as "The slice 'stripe.json'".</param>
    /// <exception cref="InvalidDataException">The slice cannot be used; the message says why.</exception>
    public static (string ApiVersion, RouteTable Routes) Read(string json, string name)
    {
        JsonValue root = Parse(json, name);
        var errors = new SliceErrors(JsonSourceMap.Create(json, root));
        var document = new SpecDocument(root);

        Check(document, errors);
        errors.ThrowIfAny($"{name} is not a valid OpenAPI document. Fix these errors, or create the slice again with the `lattice` tool:");

        IReadOnlyList<Operation> operations = SliceOperationReader.ReadAll(document, errors);
        errors.ThrowIfAny($"{name} cannot be used, because its operations refer to missing parts:");

        return (document.Version!, new RouteTable(operations));
    }

    private static JsonValue Parse(string json, string name)
    {
        if (JsonParser.Parse(json, out InvalidJson? error) is { } root)
        {
            return root;
        }

        var errors = new SliceErrors(JsonSourceMap.Create(json, error!));
        errors.Add(error!);
        throw errors.CreateException(
            error!.IsTruncated
                ? $"{name} is not valid JSON: it ends too early. Write the complete file again:"
                : $"{name} is not valid JSON. Fix the text:");
    }

    private static void Check(SpecDocument document, SliceErrors errors)
    {
        if (document.GetVersionError() is { } error)
        {
            errors.Add(document.Root, error);
            return;
        }

        // Parts that the generator does not support are ignored here as well.
        foreach (SpecError found in DocumentChecker.Check(document.Root).Where(found => found.Kind != SpecErrorKind.Unsupported))
        {
            errors.Add(found.Location, found.Message);
        }

        if (string.IsNullOrWhiteSpace(document.Version))
        {
            errors.Add(
                document.Root.Find("info") ?? document.Root,
                "\"info.version\" is missing or empty; set it to the version of Stripe's API that the slice was created from");
        }
    }
}
