using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>The result of reading a document.</summary>
/// <param name="Model">The types to generate.</param>
/// <param name="Diagnostics">The diagnostics, in the order of the document.</param>
/// <param name="SourceMap">The positions of the diagnostics' locations in the text.</param>
internal sealed record SpecReading(ApiModel Model, EquatableArray<DiagnosticInfo> Diagnostics, JsonSourceMap SourceMap);

/// <summary>
/// Reads a document into the model. It never throws because of the document: an error becomes a diagnostic, and the rest is read.
/// </summary>
internal static class SpecReader
{
    /// <summary>The name of the class with the version of the API.</summary>
    public const string VersionType = "StripeApiVersion";

    /// <param name="text">An OpenAPI document in JSON.</param>
    /// <param name="rootNamespace">The namespace of types that have no namespace of their own.</param>
    /// <param name="isInternal">Whether other assemblies cannot see the types.</param>
    public static SpecReading Read(string text, string rootNamespace, CancellationToken cancellationToken, bool isInternal = false)
    {
        var diagnostics = new DiagnosticBag();
        if (JsonParser.Parse(text, out InvalidJson? error) is not { } root)
        {
            diagnostics.Add(DiagnosticRules.InvalidJson, JsonValue.CreateLiteral(JsonKind.Null, error!.Offset), error.Message);
            return new SpecReading(new ApiModel(default), diagnostics.ToDiagnostics(), JsonSourceMap.Create(text, error));
        }

        IReadOnlyList<TypeGroup> groups = Read(root, rootNamespace, isInternal, diagnostics, cancellationToken);
        return new SpecReading(new ApiModel(groups.ToEquatableArray()), diagnostics.ToDiagnostics(), JsonSourceMap.Create(text, root));
    }

    private static IReadOnlyList<TypeGroup> Read(
        JsonValue root, string rootNamespace, bool isInternal, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        try
        {
            var document = new SpecDocument(root);
            return Check(document, diagnostics) ? ReadDocument(document, rootNamespace, isInternal, diagnostics, cancellationToken) : [];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would report an exception of the generator only as a warning (CS8785), and drop all files.
            diagnostics.Add(DiagnosticRules.Failed, root, $"{exception.GetType().Name}: {exception.Message}");
            return [];
        }
    }

    /// <summary>Reports the errors in the document.</summary>
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
                    diagnostics.AddUnsupported(found.Location, found.Message);
                    break;
                case SpecErrorKind.Extension:
                    diagnostics.Add(DiagnosticRules.InvalidExtension, found.Location, found.Message);
                    break;
                default:
                    diagnostics.Add(DiagnosticRules.InvalidOpenApi, found.Location, found.Message);
                    break;
            }
        }

        foreach ((JsonValue component, SpecReference reference) in document.FindUnresolvedComponents())
        {
            diagnostics.AddUnresolved(component, reference, reference.Error!);
        }

        if (string.IsNullOrWhiteSpace(document.Version))
        {
            diagnostics.Add(DiagnosticRules.NoVersion, document.Root.Find("info") ?? document.Root);
            return false;
        }

        return true;
    }

    private static IReadOnlyList<TypeGroup> ReadDocument(
        SpecDocument document, string rootNamespace, bool isInternal, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var spec = new SpecInfo(document.Title ?? "Stripe API", document.Version!, rootNamespace, isInternal);
        var version = new Model.VersionType(spec, new TypeName(rootNamespace, VersionType));
        var registry = new TypeRegistry(rootNamespace, diagnostics);
        registry.TryReserve(version.Type, document.Root.Find("info")!.Find("version")!);

        // The operations determine which components are read.
        var responses = new ResponseSchemaReader(spec, new ResponseUnions(), registry, diagnostics);
        var requests = new RequestReader(spec, registry, diagnostics);
        var reader = new OperationReader(spec, responses, requests, registry, diagnostics);
        OperationReading operations = reader.Read(document, cancellationToken);
        return PagingReader.AddTo(
        [
            new TypeGroup(new EmittedType[] { version }.ToEquatableArray()),
            .. operations.Groups,
            .. responses.ReadComponents(operations.Operations, cancellationToken),
        ]);
    }
}
