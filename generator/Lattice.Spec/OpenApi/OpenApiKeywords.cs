namespace Lattice.Spec.OpenApi;

/// <summary>The names in a document that are not part of OpenAPI itself.</summary>
internal static class OpenApiKeywords
{
    /// <summary>The resource that a schema describes.</summary>
    public const string ResourceId = "x-resourceId";

    /// <summary>The resources that can come where their id stands.</summary>
    public const string ExpansionResources = "x-expansionResources";

    /// <summary>What the values of an enum mean.</summary>
    public const string EnumDescriptions = "x-enumDescriptions";

    /// <summary>Whether an enum takes values that it does not list.</summary>
    public const string BypassValidation = "x-stripeBypassValidation";

    /// <summary>Our own extensions start with it.</summary>
    public const string LatticeName = "x-lattice";

    /// <summary>The C# name of an operation's method, of a property or of a component's class.</summary>
    public const string Name = "x-lattice-name";

    /// <summary>What an operation is, whatever its path says.</summary>
    public const string Operation = "x-lattice-operation";

    /// <summary>What to use instead of something deprecated.</summary>
    public const string ReplacedBy = "x-lattice-replaced-by";

    /// <summary>Whether a string is a secret, whatever its name says.</summary>
    public const string Sensitive = "x-lattice-sensitive";

    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";
    public const string Multipart = "multipart/form-data";

    /// <summary>The media types of bodies that are understood, the preferred one first.</summary>
    public static readonly IReadOnlyList<string> BodyMediaTypes = [Form, Json, Multipart];

    public static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);
}
