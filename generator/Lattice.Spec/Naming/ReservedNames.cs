namespace Lattice.Spec.Naming;

/// <summary>The names that emitted classes and their members cannot have.</summary>
internal static class ReservedNames
{
    // The types that every C# file sees through implicit usings.
    private static readonly HashSet<string> s_usings =
        ["Action", "Environment", "File", "Index", "Lock", "Path", "Range", "Task", "Timer", "Version"];

    // The public types and the namespace of the runtime, in the same namespace as the emitted types.
    private static readonly HashSet<string> s_runtime =
    [
        "Clearable", "ClearableSecret", "Expandable", "IStripeClient", "MissingFieldPolicy", "PathParameters", "SecretString",
        "Serialization", "StripeAppInfo", "StripeBodyKind", "StripeCanceledException", "StripeClient", "StripeClientOptions",
        "StripeEmpty", "StripeError", "StripeErrorType", "StripeException", "StripeFileUpload", "StripeList", "StripeMap",
        "StripeNoParams", "StripeObject", "StripeOperation", "StripeParams", "StripeRedirectResult", "StripeRequestOptions",
        "StripeResource", "StripeResponse", "StripeResult", "StripeResults", "StripeServiceCollectionExtensions", "StripeTelemetry",
    ];

    // The members of every emitted class: those of object and of the runtime's base classes, and the methods that read and write.
    private static readonly HashSet<string> s_members =
    [
        "Equals", "Finalize", "GetExtraFields", "GetFiles", "GetHashCode", "GetMissingFields", "GetResponse", "GetType",
        "MemberwiseClone", "Read", "ReadUnknown", "ReferenceEquals", "ToString", "Write",
    ];

    // The additional members of every emitted enum and union.
    private static readonly HashSet<string> s_enumMembers =
    [
        "Cleared", "FromBoolean", "FromDateTimeOffset", "FromDecimal", "FromInt64", "FromMarker", "FromString", "Value",
    ];

    /// <summary>The name of a resource's class: a reserved one gets the prefix <c>Stripe</c>.</summary>
    public static string GetTypeName(string name) =>
        s_usings.Contains(name) || s_runtime.Contains(name) || IsMember(name) ? "Stripe" + name : name;

    /// <summary>The name of the type of a property, which can be an enum or a union.</summary>
    public static string GetNestedTypeName(string name) => s_runtime.Contains(name) || IsEnumMember(name) ? "Stripe" + name : name;

    /// <summary>Whether the runtime has a type or a namespace with that name.</summary>
    public static bool IsOfRuntime(string name) => s_runtime.Contains(name);

    /// <summary>Whether every emitted class has a member with that name.</summary>
    public static bool IsMember(string name) => s_members.Contains(name);

    /// <summary>Whether every emitted enum or union has a member with that name.</summary>
    public static bool IsEnumMember(string name) => IsMember(name) || s_enumMembers.Contains(name);
}
