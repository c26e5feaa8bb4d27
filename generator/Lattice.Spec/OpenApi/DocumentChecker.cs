using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>
/// Finds the errors in a document: unknown keywords, values of the wrong type, and misspelled extensions. The views of the document
/// ignore what is invalid, so an error affects only the element that has it.
/// </summary>
internal sealed partial class DocumentChecker
{
    private readonly bool _hasReferenceSiblings;
    private readonly List<SpecError> _errors = [];

    private DocumentChecker(bool hasReferenceSiblings) => _hasReferenceSiblings = hasReferenceSiblings;

    /// <summary>Returns all errors, in the order of the document.</summary>
    public static IReadOnlyList<SpecError> Check(JsonValue root)
    {
        var checker = new DocumentChecker(OpenApiVersion.HasReferenceSiblings(root));
        checker.CheckObject(root, OpenApiGrammar.Document);
        return checker._errors;
    }

    private void CheckObject(JsonValue value, OpenApiObject rules)
    {
        if (rules.CanBeReference && value.Find(OpenApiKeywords.Reference) is { } reference && CheckReference(value, reference, rules))
        {
            return;
        }

        foreach (JsonMember member in value.Members)
        {
            if (rules.Find(member.Name) is { } rule)
            {
                CheckKeyword(member, rule);
            }
            else if (!OpenApiKeywords.IsExtension(member.Name))
            {
                CheckOther(member, rules);
            }
            else if (IsOwnExtension(member.Name))
            {
                AddUnknownExtension(member, rules);
            }
        }

        CheckReplacement(value, rules, isReference: false);
    }

    /// <summary>Checks a reference and the slice's extensions next to it. OpenAPI 3.0 ignores all other keywords there.</summary>
    /// <returns>Whether it is a reference.</returns>
    private bool CheckReference(JsonValue owner, JsonValue reference, OpenApiObject rules)
    {
        if (reference.String is null)
        {
            Add(SpecErrorKind.Invalid, reference, $"\"{OpenApiKeywords.Reference}\" must be a string, not {Describe(reference)}");
            return false;
        }

        foreach (JsonMember member in owner.Members.Where(member => !IsOwnExtension(member.Name) && IsLostNextToReference(member)))
        {
            Add(SpecErrorKind.Unsupported, member.Value, $"\"{member.Name}\" next to a $ref is not supported");
        }

        foreach (JsonMember member in owner.Members.Where(member => IsOwnExtension(member.Name)))
        {
            if (rules.Find(member.Name) is { } rule)
            {
                CheckKeyword(member, rule);
            }
            else
            {
                AddUnknownExtension(member, rules);
            }
        }

        CheckReplacement(owner, rules, isReference: true);
        return true;
    }

    /// <summary>Whether a keyword next to a reference changes the schema, which OpenAPI 3.1 allows.</summary>
    private bool IsLostNextToReference(JsonMember member) =>
        _hasReferenceSiblings && !OpenApiKeywords.IsExtension(member.Name)
            && member.Name is not (OpenApiKeywords.Reference or "description" or "summary" or "title" or "deprecated" or "default"
                or "example" or "examples" or "$comment");

    /// <summary>Checks that something with a replacement is deprecated: the replacement is a part of that warning.</summary>
    private void CheckReplacement(JsonValue owner, OpenApiObject rules, bool isReference)
    {
        bool isDeprecated = owner.Find("deprecated")?.Boolean == true && (!isReference || _hasReferenceSiblings);
        if (!isDeprecated
            && rules.Find(OpenApiKeywords.ReplacedBy) is not null
            && owner.Find(OpenApiKeywords.ReplacedBy) is { Kind: JsonKind.String } replacement)
        {
            string reason = isReference && !_hasReferenceSiblings ? "next to a $ref" : "without \"deprecated\": true";
            Add(SpecErrorKind.Extension, replacement, $"\"{OpenApiKeywords.ReplacedBy}\" has no effect {reason}");
        }
    }

    private void CheckOther(JsonMember member, OpenApiObject rules)
    {
        if (rules.Members is { } members)
        {
            CheckMember(member.Value, $"\"{member.Name}\"", members);
        }
        else if (member.Name != OpenApiKeywords.Reference || !rules.CanBeReference)
        {
            Add(SpecErrorKind.Invalid, member.Value, $"\"{member.Name}\" is not a keyword of {rules.Name}{Suggest(member.Name, rules)}");
        }
    }

    // An extension in capitals or with another separator is a misspelled extension of a slice.
    private static bool IsOwnExtension(string name) =>
        name.Replace('_', '-').StartsWith(OpenApiKeywords.LatticeName, StringComparison.OrdinalIgnoreCase);

    private void AddUnknownExtension(JsonMember member, OpenApiObject rules) => Add(
        SpecErrorKind.Extension, member.Value, $"\"{member.Name}\" is not an extension of {rules.Name}{Suggest(member.Name, rules)}");

    private static string Suggest(string name, OpenApiObject rules) =>
        Suggestions.FindSimilar(rules.Keywords, name) is { } similar ? $"; did you mean \"{similar}\"?" : "";

    private void Add(SpecErrorKind kind, JsonValue location, string message) => _errors.Add(new SpecError(kind, location, message));
}
