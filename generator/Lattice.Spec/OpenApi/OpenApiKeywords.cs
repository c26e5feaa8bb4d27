namespace Lattice.Spec.OpenApi;

/// <summary>The keyword for references, and the extensions of Stripe's document and of a slice.</summary>
internal static class OpenApiKeywords
{
    /// <summary>A reference to another element of the document.</summary>
    public const string Reference = "$ref";

    /// <summary>The resource that a schema describes.</summary>
    public const string ResourceId = "x-resourceId";

    /// <summary>The resources that an id can be expanded to.</summary>
    public const string ExpansionResources = "x-expansionResources";

    /// <summary>The descriptions of the values of an enum.</summary>
    public const string EnumDescriptions = "x-enumDescriptions";

    /// <summary>Whether an enum accepts values that it does not list.</summary>
    public const string BypassValidation = "x-stripeBypassValidation";

    /// <summary>The prefix of the extensions of a slice.</summary>
    public const string LatticeName = "x-lattice";

    /// <summary>The C# name of an operation's method, of a property, or of a component's class.</summary>
    public const string Name = "x-lattice-name";

    /// <summary>The kind of an operation, which overrides the rules for its path.</summary>
    public const string Operation = "x-lattice-operation";

    /// <summary>The values of <see cref="Operation"/>.</summary>
    public static readonly IReadOnlyList<string> OperationKinds =
        ["create", "retrieve", "list", "search", "update", "delete", "action", "none"];

    /// <summary>The replacement for something deprecated.</summary>
    public const string ReplacedBy = "x-lattice-replaced-by";

    /// <summary>What replaces deprecated values of an enum: an object from the value to its replacement.</summary>
    public const string DeprecatedValues = "x-lattice-deprecated-values";

    /// <summary>Properties of an object that exclude each other: an array of groups, which are arrays of names.</summary>
    public const string Exclusive = "x-lattice-exclusive";

    /// <summary>Whether a string is a secret, which overrides the rules for its name.</summary>
    public const string Sensitive = "x-lattice-sensitive";

    public static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);
}
