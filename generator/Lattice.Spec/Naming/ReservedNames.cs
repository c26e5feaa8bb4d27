namespace Lattice.Spec.Naming;

/// <summary>Names that no emitted class has.</summary>
internal static class ReservedNames
{
    // What every C# file sees through implicit usings.
    private static readonly HashSet<string> s_usings =
        ["Action", "Environment", "File", "Index", "Lock", "Path", "Range", "Task", "Timer", "Version"];

    // The runtime's public types and its namespace, which are beside the emitted ones.
    private static readonly HashSet<string> s_runtime =
    [
        "Clearable", "Expandable", "IStripeClient", "MissingFieldPolicy", "NoParams", "PathParameters", "RequestOptions", "SecretString",
        "Serialization", "StripeAppInfo", "StripeBodyKind", "StripeCanceledException", "StripeClient", "StripeClientOptions", "StripeEmpty",
        "StripeError", "StripeErrorType", "StripeException", "StripeFileUpload", "StripeList", "StripeMap", "StripeObject",
        "StripeOperation", "StripeParams", "StripeRedirectResult", "StripeResource", "StripeResponse", "StripeResult", "StripeResults",
        "StripeServiceCollectionExtensions", "StripeTelemetry",
    ];

    /// <summary>Whether a resource of that name gets the prefix <c>Stripe</c>.</summary>
    public static bool NeedsPrefix(string name) => s_usings.Contains(name) || s_runtime.Contains(name);

    /// <summary>Whether a type of the runtime, or its namespace, is called so.</summary>
    public static bool IsOfRuntime(string name) => s_runtime.Contains(name);
}
