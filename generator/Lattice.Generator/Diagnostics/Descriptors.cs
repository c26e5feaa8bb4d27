using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Diagnostics;

/// <summary>The diagnostics of the generator; <c>generator/diagnostics.md</c> explains each.</summary>
internal static class Descriptors
{
    private const string Category = "Lattice";

    public static readonly DiagnosticDescriptor NotJson = Create("LAT0001", DiagnosticSeverity.Error,
        "The slice is no JSON", "The slice cannot be read as JSON: {0}");

    public static readonly DiagnosticDescriptor NotOpenApi = Create("LAT0002", DiagnosticSeverity.Error,
        "The slice is no valid OpenAPI 3.0 document", "The slice is no valid OpenAPI 3.0 document: {0}");

    public static readonly DiagnosticDescriptor UnresolvedReference = Create("LAT0003", DiagnosticSeverity.Error,
        "A $ref points to nothing", "The $ref '{0}' points to no schema of the slice; add the schema or remove what refers to it");

    public static readonly DiagnosticDescriptor UnsupportedShape = Create("LAT0004", DiagnosticSeverity.Warning,
        "A schema has a shape that is not supported", "'{0}' is left out: {1}");

    public static readonly DiagnosticDescriptor NotACreate = Create("LAT0005", DiagnosticSeverity.Info,
        "An operation is not a create", "{0} is not generated: {1}");

    public static readonly DiagnosticDescriptor NameCollision = Create("LAT0006", DiagnosticSeverity.Error,
        "Two things would have the same name in C#", "'{0}' is left out: the name {1} is taken by {2}; set \"x-lattice-name\" on one of them");

    public static readonly DiagnosticDescriptor NoVersion = Create("LAT0007", DiagnosticSeverity.Error,
        "The slice has no API version",
        "\"info.version\" is missing or empty; set it to the Stripe API version of the slice, such as 2026-09-30.endive");

    public static readonly DiagnosticDescriptor NoResponse = Create("LAT0008", DiagnosticSeverity.Warning,
        "A create has no usable 200 response", "{0} is not generated: its 200 response has no JSON object with a name (x-resourceId or a $ref)");

    public static readonly DiagnosticDescriptor SeveralSlices = Create("LAT0009", DiagnosticSeverity.Error,
        "A project has several slices", "A project compiles one slice; this one is ignored besides '{0}'");

    public static readonly DiagnosticDescriptor NamespaceTaken = Create("LAT0010", DiagnosticSeverity.Error,
        "The namespace is taken by a referenced assembly",
        "Nothing is generated: the namespace {0} holds the types that {1} was compiled with; set the property LatticeNamespace to another");

    public static readonly DiagnosticDescriptor Failed = Create("LAT0011", DiagnosticSeverity.Error,
        "The generator fails on the slice",
        "Nothing is generated, because the generator fails on the slice; please report it with what the slice has: {0}");

    public static readonly DiagnosticDescriptor InvalidNamespace = Create("LAT0012", DiagnosticSeverity.Error,
        "The namespace is none",
        "Nothing is generated: the property LatticeNamespace is '{0}', in which '{1}' is no name in C#; set it to a namespace, such as Shop.Payments");

    public static readonly DiagnosticDescriptor InvalidPath = Create("LAT0013", DiagnosticSeverity.Error,
        "A path could lead to another address", "The path '{0}' is left out: {1}");

    public static readonly DiagnosticDescriptor RuntimeMismatch = Create("LAT0014", DiagnosticSeverity.Error,
        "The generator and the runtime are of different versions",
        "Nothing is generated: Lattice.Generator {0} does not fit Lattice.Runtime {1} (the generator needs contract {2}, the runtime has {3}); reference the same version of both packages");

    public static readonly DiagnosticDescriptor TypeFailed = Create("LAT0015", DiagnosticSeverity.Error,
        "The generator fails on a type",
        "The type {0} is not generated, because the generator fails on it; please report it with the schema that the type comes from: {1}");

    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = new[]
        {
            NotJson, NotOpenApi, UnresolvedReference, UnsupportedShape, NotACreate, NameCollision, NoVersion, NoResponse, SeveralSlices,
            NamespaceTaken, Failed, InvalidNamespace, InvalidPath, RuntimeMismatch, TypeFailed,
        }
            .ToImmutableDictionary(descriptor => descriptor.Id);

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: GetHelpLink(id));

    private static string? GetHelpLink(string id)
    {
        string? repository = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;
        return string.IsNullOrEmpty(repository) ? null : $"{repository!.TrimEnd('/')}/blob/main/generator/diagnostics.md#{id.ToLowerInvariant()}";
    }
}
