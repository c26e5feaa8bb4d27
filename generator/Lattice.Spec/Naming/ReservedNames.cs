namespace Lattice.Spec.Naming;

/// <summary>The names that emitted classes and their members cannot have.</summary>
internal static class ReservedNames
{
    /// <summary>The public types of the runtime. Emitted files refer to them by their simple names.</summary>
    public static readonly IReadOnlyList<string> OfRuntime =
    [
        "Clearable", "ClearableEnum", "ClearableSecret", "Expandable", "IJsonReadable", "IStripeClient", "MissingFieldPolicy",
        "PathParameters", "SecretString", "StripeAppInfo", "StripeBodyKind", "StripeCanceledException", "StripeClient",
        "StripeClientOptions", "StripeDownload", "StripeEmpty", "StripeEnum", "StripeEnumValues", "StripeError", "StripeErrorType",
        "StripeEvent", "StripeException", "StripeFileUpload", "StripeJson", "StripeList", "StripeMap", "StripeNoParams",
        "StripeObject", "StripeOperation", "StripePage", "StripePageException", "StripePages", "StripeParams",
        "StripeRedirectResult", "StripeRelatedObject", "StripeRequest", "StripeRequestOptions", "StripeResource", "StripeResponse",
        "StripeResult", "StripeResults", "StripeSchema", "StripeSchemaAttribute", "StripeServiceCollectionExtensions", "StripeTelemetry",
        "StripeUnion", "StripeWebhook", "StripeWebhookException", "StripeWebhookFailure", "StripeWebhookResult",
    ];

    /// <summary>The types of the runtime's namespaces for serialization that emitted types use.</summary>
    public static readonly IReadOnlyList<string> OfFormSerialization = ["FormParams", "FormUnion", "FormWriter"];

    /// <inheritdoc cref="OfFormSerialization"/>
    public static readonly IReadOnlyList<string> OfJsonSerialization =
        ["JsonBodyWriter", "JsonParams", "StripeJsonReader", "StripeUnionJsonConverter"];

    /// <inheritdoc cref="OfFormSerialization"/>
    public static readonly IReadOnlyList<string> OfMultipartSerialization = ["MultipartParams"];

    // The types that emitted types use by their simple names, and those of .NET that Stripe's own words are most likely to hide.
    private static readonly HashSet<string> s_usings =
    [
        "Action", "CancellationToken", "DateTimeOffset", "Environment", "ExcludeFromCodeCoverage", "File", "GeneratedCode",
        "IAsyncEnumerable", "IReadOnlyDictionary", "IReadOnlyList", "Index", "JsonConverter", "JsonElement", "JsonNode", "JsonPropertyName", "KeyValuePair",
        "Lock", "NotNullIfNotNull", "Obsolete", "Path", "Range", "ReadOnlyDictionary", "Task", "Timer", "Version",
    ];

    private static readonly HashSet<string> s_runtime =
        ["Serialization", .. OfRuntime, .. OfFormSerialization, .. OfJsonSerialization, .. OfMultipartSerialization];

    // Types whose members an emitted class calls. A property with such a name would hide the type.
    private static readonly HashSet<string> s_called = ["StripeApiVersion", "StripeBodyKind", "StripeJsonReader"];

    // The members of every emitted class: those of object and of the runtime's base classes, and the methods that read and write.
    private static readonly HashSet<string> s_members =
    [
        "Equals", "Finalize", "GetCase", "GetExtraFields", "GetFiles", "GetHashCode", "GetMissingFields", "GetResponse", "GetType",
        "MemberwiseClone", "ReadUnknown", "ReferenceEquals", "ToString", "Write",
    ];

    // The additional members of every emitted enum and union.
    private static readonly HashSet<string> s_enumMembers =
    [
        "Cleared",
    ];

    /// <summary>The name of a resource's class: a reserved one gets the prefix <c>Stripe</c>.</summary>
    public static string GetTypeName(string name) =>
        ImplicitUsings.HasType(name) || s_usings.Contains(name) || s_runtime.Contains(name) || IsMember(name) ? "Stripe" + name : name;

    /// <summary>
    /// The name of a namespace within the root namespace. With the name of a type that emitted files use, it would hide that type.
    /// </summary>
    public static string GetNamespacePart(string name) =>
        s_usings.Contains(name) || s_runtime.Contains(name) || HidesType(name) ? "Stripe" + name : name;

    /// <summary>The name of the type of a property, which can be an enum or a union.</summary>
    public static string GetNestedTypeName(string name) =>
        s_runtime.Contains(name) || s_usings.Contains(name) || IsEnumMember(name) ? "Stripe" + name : name;

    /// <summary>Whether the runtime has a type or a namespace with that name.</summary>
    public static bool IsOfRuntime(string name) => s_runtime.Contains(name);

    /// <summary>Whether every emitted class has a member with that name.</summary>
    public static bool IsMember(string name) => s_members.Contains(name);

    /// <summary>Whether a property with that name would hide a type whose members emitted classes call.</summary>
    public static bool HidesType(string name) => s_called.Contains(name);

    /// <summary>Whether every emitted enum or union has a member with that name.</summary>
    public static bool IsEnumMember(string name) => IsMember(name) || s_enumMembers.Contains(name);
}
