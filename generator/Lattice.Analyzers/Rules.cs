using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers;

/// <summary>The rules of the analyzers. <c>generator/diagnostics.md</c> explains each.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor MissingParameter = new(
        "LAT1001",
        "A parameter that Stripe requires is not set",
        "{0} does not set {1}, which Stripe requires",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1001"));

    public static readonly DiagnosticDescriptor UnknownValue = new(
        "LAT1002",
        "A value is not one that Stripe documents",
        "'{0}' is not a known value of {1}{2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1002"));

    public static readonly DiagnosticDescriptor InvalidValue = new(
        "LAT1003",
        "A value is too long, or the id of another kind of object",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1003"));

    public static readonly DiagnosticDescriptor RevealedSecret = new(
        "LAT1004",
        "A secret leaves the SecretString that protects it",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1004"));

    public static readonly DiagnosticDescriptor LoggedRedirect = new(
        "LAT1005",
        "A redirect logs a secret URL",
        "The URL of this redirect is a secret, and ends up in logs and caches; use StripeResults.Redirect{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1005"));

    public static readonly DiagnosticDescriptor IgnoredError = new(
        "LAT1006",
        "The error of a StripeResult is ignored",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1006"));

    public static readonly DiagnosticDescriptor KeyInSource = new(
        "LAT1007",
        "A secret key is written in the source code",
        "{0} is written in the source code; read it from the configuration",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1007"));

    public static readonly DiagnosticDescriptor IdempotencyKey = new(
        "LAT1008",
        "An idempotency key does not identify one operation",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1008"));

    public static readonly DiagnosticDescriptor ClientPerCall = new(
        "LAT1009",
        "A StripeClient is created for each call",
        "This creates a StripeClient, with connections of its own, {0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1009"));

    public static readonly DiagnosticDescriptor ExclusiveParameters = new(
        "LAT1010",
        "Two parameters exclude each other",
        "{0} cannot be set together with {1}: Stripe accepts only one of them",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1010"));

    public static readonly DiagnosticDescriptor DeprecatedParameter = new(
        "LAT1011",
        "A parameter or value is deprecated and has a successor",
        "{0} is deprecated by Stripe; use {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("LAT1011"));

    private const string Category = "Stripe";

    private static string? GetHelpLink(string id)
    {
        string? repository = typeof(Rules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;
        return string.IsNullOrEmpty(repository)
            ? null
            : $"{repository!.TrimEnd('/')}/blob/main/generator/diagnostics.md#{id.ToLowerInvariant()}";
    }
}
