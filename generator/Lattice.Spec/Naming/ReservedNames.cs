namespace Lattice.Spec.Naming;

/// <summary>Names that no emitted class has, and those that no member of one can have.</summary>
internal static class ReservedNames
{
    // What every C# file sees through implicit usings.
    private static readonly HashSet<string> s_usings =
        ["Action", "Environment", "File", "Index", "Lock", "Path", "Range", "Task", "Timer", "Version"];

    // The runtime's public types and its namespace, which are beside the emitted ones.
    private static readonly HashSet<string> s_runtime =
    [
        "Clearable", "ClearableSecret", "Expandable", "IStripeClient", "MissingFieldPolicy", "StripeNoParams", "PathParameters", "StripeRequestOptions", "SecretString",
        "Serialization", "StripeAppInfo", "StripeBodyKind", "StripeCanceledException", "StripeClient", "StripeClientOptions", "StripeEmpty",
        "StripeError", "StripeErrorType", "StripeException", "StripeFileUpload", "StripeList", "StripeMap", "StripeObject",
        "StripeOperation", "StripeParams", "StripeRedirectResult", "StripeResource", "StripeResponse", "StripeResult", "StripeResults",
        "StripeServiceCollectionExtensions", "StripeTelemetry",
    ];

    // What every emitted class has already: the members of object and of the runtime's base classes, and the methods that read and write.
    private static readonly HashSet<string> s_members =
    [
        "Equals", "Finalize", "GetExtraFields", "GetFiles", "GetHashCode", "GetMissingFields", "GetResponse", "GetType",
        "MemberwiseClone", "Read", "ReadUnknown", "ReferenceEquals", "ToString", "Write",
    ];

    // What every emitted enum and union has besides.
    private static readonly HashSet<string> s_enumMembers =
    [
        "Cleared", "FromBoolean", "FromDateTimeOffset", "FromDecimal", "FromInt64", "FromMarker", "FromString", "Value",
    ];

    /// <summary>The name of a resource's class: a reserved one gets the prefix <c>Stripe</c>.</summary>
    public static string GetTypeName(string name) =>
        s_usings.Contains(name) || s_runtime.Contains(name) || IsMember(name) ? "Stripe" + name : name;

    /// <summary>The name of a type that belongs to a property, which may be an enum or a union.</summary>
    public static string GetNestedTypeName(string name) => s_runtime.Contains(name) || IsEnumMember(name) ? "Stripe" + name : name;

    /// <summary>Whether a type of the runtime, or its namespace, is called so.</summary>
    public static bool IsOfRuntime(string name) => s_runtime.Contains(name);

    /// <summary>Whether every emitted class has a member of that name.</summary>
    public static bool IsMember(string name) => s_members.Contains(name);

    /// <summary>Whether every emitted enum or union has a member of that name.</summary>
    public static bool IsEnumMember(string name) => IsMember(name) || s_enumMembers.Contains(name);
}
