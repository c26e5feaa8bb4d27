namespace Lattice.Spec.Reading;

/// <summary>The rules of the generator's diagnostics. <c>generator/diagnostics.md</c> explains each.</summary>
internal static class DiagnosticRules
{
    // First, because the fields below add to it.
    private static readonly Dictionary<string, DiagnosticRule> s_byId = new(StringComparer.Ordinal);

    public static readonly DiagnosticRule InvalidJson = Define("LAT0001", RuleSeverity.Error,
        "The slice is not valid JSON", "The slice is not valid JSON: {0}");

    public static readonly DiagnosticRule InvalidOpenApi = Define("LAT0002", RuleSeverity.Error,
        "The slice is not a valid OpenAPI document", "The slice is not a valid OpenAPI document: {0}");

    public static readonly DiagnosticRule UnresolvedReference = Define("LAT0003", RuleSeverity.Error,
        "A $ref cannot be resolved", "The $ref '{0}' cannot be resolved: {1}");

    // The reasons are at the calls of Unsupported and AddUnsupported.
    public static readonly DiagnosticRule Unsupported = Define("LAT0004", RuleSeverity.Warning,
        "A part of the slice is not supported", "'{0}' is ignored: {1}");

    public static readonly DiagnosticRule NotACreate = Define("LAT0005", RuleSeverity.Info,
        "An operation is not a create operation", "{0} is not generated: {1}");

    public static readonly DiagnosticRule NameCollision = Define("LAT0006", RuleSeverity.Error,
        "A C# name is already in use",
        "'{0}' is not generated: the C# name '{1}' is already used by {2}; set \"x-lattice-name\" on one of them");

    public static readonly DiagnosticRule NoVersion = Define("LAT0007", RuleSeverity.Error,
        "The slice has no API version",
        "\"info.version\" is missing or empty; set it to the Stripe API version of the slice, such as 2026-09-30.endive");

    public static readonly DiagnosticRule NoResponse = Define("LAT0008", RuleSeverity.Warning,
        "An operation has no usable 200 response",
        "{0} is not generated: the JSON schema of its 200 response is not a $ref to the schema of a resource");

    public static readonly DiagnosticRule SeveralSlices = Define("LAT0009", RuleSeverity.Error,
        "The project has more than one slice",
        "A project can have only one slice; this one is ignored, because the project also has '{0}'");

    public static readonly DiagnosticRule NamespaceInUse = Define("LAT0010", RuleSeverity.Error,
        "A referenced assembly uses the same namespace",
        "Nothing is generated: the namespace '{0}' already contains the generated types of the assembly '{1}'; "
        + "set the MSBuild property LatticeNamespace to another namespace");

    public static readonly DiagnosticRule Failed = Define("LAT0011", RuleSeverity.Error,
        "The generator failed on the slice",
        "Nothing is generated, because the generator failed; report this error and the part of the slice that causes it: {0}");

    public static readonly DiagnosticRule InvalidNamespace = Define("LAT0012", RuleSeverity.Error,
        "The namespace is not valid",
        "Nothing is generated: the MSBuild property LatticeNamespace is '{0}', but '{1}' is not a valid C# name; "
        + "set it to a namespace, such as Shop.Payments");

    public static readonly DiagnosticRule InvalidPath = Define("LAT0013", RuleSeverity.Error,
        "A path could refer to another address", "The path '{0}' is ignored: {1}");

    public static readonly DiagnosticRule RuntimeMismatch = Define("LAT0014", RuleSeverity.Error,
        "The generator and the runtime have different versions",
        "Nothing is generated: Lattice.Stripe.Generator {0} is not compatible with Lattice.Stripe.Runtime {1} "
        + "(the generator needs contract {2}, the runtime has {3}); reference the same version of both packages");

    public static readonly DiagnosticRule TypeFailed = Define("LAT0015", RuleSeverity.Error,
        "The generator failed on a type",
        "The type {0} is not generated, because the generator failed; report this error and the schema of the type: {1}");

    public static readonly DiagnosticRule InvalidExtension = Define("LAT0016", RuleSeverity.Error,
        "An x-lattice extension is not valid", "The extension is ignored: {0}");

    /// <summary>All rules by their id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticRule> ById => s_byId;

    private static DiagnosticRule Define(string id, RuleSeverity severity, string title, string message)
    {
        var rule = new DiagnosticRule(id, severity, title, message);
        s_byId.Add(id, rule);
        return rule;
    }
}
