using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>What was read from a document.</summary>
/// <param name="Model">What can be generated.</param>
/// <param name="Diagnostics">What cannot, in the order of the document.</param>
/// <param name="SourceMap">Where the locations of the diagnostics are in the text.</param>
internal sealed record SpecReading(ApiModel Model, EquatableArray<DiagnosticInfo> Diagnostics, JsonSourceMap SourceMap);

/// <summary>Reads a document into the model. It never throws for what the document says: that becomes a diagnostic, and the rest is read.</summary>
internal static class SpecReader
{
    /// <summary>The name of the class with the version of the API.</summary>
    public const string VersionType = "StripeApiVersion";

    /// <param name="text">An OpenAPI document in JSON.</param>
    /// <param name="rootNamespace">The namespace of the types that have none of their own.</param>
    public static SpecReading Read(string text, string rootNamespace, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        if (JsonParser.Parse(text, out InvalidJson? error) is not { } root)
        {
            diagnostics.Add(DiagnosticRules.InvalidJson, JsonValue.CreateLiteral(JsonKind.Null, error!.Offset), error.Message);
            return new SpecReading(new ApiModel(default), diagnostics.ToDiagnostics(), JsonSourceMap.Create(text, error));
        }

        List<TypeGroup> groups = Read(root, rootNamespace, diagnostics, cancellationToken);
        return new SpecReading(new ApiModel(groups.ToEquatableArray()), diagnostics.ToDiagnostics(), JsonSourceMap.Create(text, root));
    }

    private static List<TypeGroup> Read(
        JsonValue root, string rootNamespace, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        try
        {
            var document = new SpecDocument(root);
            return Check(document, diagnostics) ? ReadDocument(document, rootNamespace, diagnostics, cancellationToken) : [];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception that leaves the generator is only a warning of the compiler's (CS8785) and drops all files.
            diagnostics.Add(DiagnosticRules.Failed, root, $"{exception.GetType().Name}: {exception.Message}");
            return [];
        }
    }

    /// <summary>Reports what is not valid.</summary>
    /// <returns>Whether the rest can be read.</returns>
    private static bool Check(SpecDocument document, DiagnosticBag diagnostics)
    {
        if (document.GetVersionError() is { } error)
        {
            diagnostics.Add(DiagnosticRules.InvalidOpenApi, document.Root.Find("openapi") ?? document.Root, error);
            return false;
        }

        foreach (SpecError found in DocumentChecker.Check(document.Root))
        {
            switch (found.Kind)
            {
                case SpecErrorKind.Unsupported:
                    diagnostics.Add(DiagnosticRules.Unsupported, found.Location, DisplayNames.Get(found.Location), found.Message);
                    break;
                case SpecErrorKind.Extension:
                    diagnostics.Add(DiagnosticRules.InvalidExtension, found.Location, found.Message);
                    break;
                default:
                    diagnostics.Add(DiagnosticRules.InvalidOpenApi, found.Location, found.Message);
                    break;
            }
        }

        foreach ((JsonValue location, SpecReference reference) in document.UnresolvedComponents)
        {
            diagnostics.Add(DiagnosticRules.UnresolvedReference, location, reference.Text, reference.Error!);
        }

        if (string.IsNullOrWhiteSpace(document.Version))
        {
            diagnostics.Add(DiagnosticRules.NoVersion, document.Root.Find("info") ?? document.Root);
            return false;
        }

        return true;
    }

    private static List<TypeGroup> ReadDocument(
        SpecDocument document, string rootNamespace, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var spec = new SpecInfo(document.Title ?? "Stripe API", document.Version!, rootNamespace);
        var version = new Model.VersionType(spec, new TypeName(rootNamespace, VersionType));
        var registry = new TypeRegistry(rootNamespace, diagnostics);
        registry.TryReserve(version.Type, document.Root.Find("info")!.Find("version")!);

        var responses = new ResponseSchemaReader(spec, new ResponseUnions(), registry, diagnostics);
        var operations = new OperationReader(spec, responses, GetRequestReaders(spec, registry, diagnostics), registry, diagnostics);
        List<TypeGroup> groups = [new TypeGroup(new EmittedType[] { version }.ToEquatableArray())];
        groups.AddRange(operations.Read(document, cancellationToken));
        groups.AddRange(operations.Containers);
        groups.AddRange(responses.ReadComponents(operations.Operations, cancellationToken));
        return groups;
    }

    private static Dictionary<string, RequestSchemaReader> GetRequestReaders(
        SpecInfo spec, TypeRegistry registry, DiagnosticBag diagnostics) => new()
        {
            [OpenApiKeywords.Form] = new RequestSchemaReader(spec, BodyFormat.Form, registry, diagnostics),
            [OpenApiKeywords.Json] = new RequestSchemaReader(spec, BodyFormat.Json, registry, diagnostics),
            [OpenApiKeywords.Multipart] = new RequestSchemaReader(spec, BodyFormat.Multipart, registry, diagnostics),
        };
}
