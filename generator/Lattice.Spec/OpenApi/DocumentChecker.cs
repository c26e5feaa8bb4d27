using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>
/// Finds what is wrong in a document: keywords that do not exist, values of a wrong type, and extensions of ours that are misspelled.
/// The views of the document do not see what is wrong, so that one fault costs only what it touches.
/// </summary>
internal sealed class DocumentChecker
{
    private const string Reference = "$ref";

    private static readonly string[] s_types = ["array", "boolean", "integer", "null", "number", "object", "string"];

    private readonly bool _hasReferenceSiblings;
    private readonly List<SpecError> _errors = [];

    private DocumentChecker(bool hasReferenceSiblings) => _hasReferenceSiblings = hasReferenceSiblings;

    /// <summary>All errors, in the order of the document.</summary>
    public static IReadOnlyList<SpecError> Check(JsonValue root)
    {
        var checker = new DocumentChecker(root.Find("openapi")?.String?.StartsWith("3.1", StringComparison.Ordinal) == true);
        checker.CheckObject(root, OpenApiGrammar.Document);
        return checker._errors;
    }

    private void CheckObject(JsonValue value, OpenApiObject rules)
    {
        if (rules.CanBeReference && value.Find(Reference) is { } reference && CheckReference(value, reference, rules))
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
            else if (IsOwnExtension(member))
            {
                AddUnknownExtension(member, rules);
            }
        }
    }

    /// <summary>Checks a reference and our extensions beside it; OpenAPI 3.0 ignores whatever else is there.</summary>
    /// <returns>Whether it is a reference.</returns>
    private bool CheckReference(JsonValue owner, JsonValue reference, OpenApiObject rules)
    {
        if (reference.String is null)
        {
            Add(SpecErrorKind.Invalid, reference, $"\"{Reference}\" has to be a string, not {Describe(reference)}");
            return false;
        }

        foreach (JsonMember member in owner.Members.Where(member => !IsOwnExtension(member) && HasLostMeaning(member)))
        {
            Add(SpecErrorKind.Unsupported, member.Value, $"\"{member.Name}\" beside a $ref changes the schema, which is not supported");
        }

        foreach (JsonMember member in owner.Members.Where(IsOwnExtension))
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

        return true;
    }

    /// <summary>Whether a keyword beside a reference changes the schema. OpenAPI 3.0 says that it means nothing, and 3.1 that it counts.</summary>
    private bool HasLostMeaning(JsonMember member) =>
        _hasReferenceSiblings && !OpenApiKeywords.IsExtension(member.Name)
            && member.Name is not (Reference or "description" or "summary" or "title" or "deprecated" or "default" or "example" or "examples" or "$comment");

    private void CheckOther(JsonMember member, OpenApiObject rules)
    {
        if (rules.Members is { } members)
        {
            CheckMember(member.Value, member.Name, members);
        }
        else if (member.Name != Reference || !rules.CanBeReference)
        {
            Add(SpecErrorKind.Invalid, member.Value, $"\"{member.Name}\" is not a keyword of {rules.Name}{Suggest(member.Name, rules)}");
        }
    }

    private void CheckKeyword(JsonMember member, KeywordRule rule)
    {
        (string keyword, JsonValue value) = (member.Name, member.Value);
        if (rule.IsReported)
        {
            Add(SpecErrorKind.Unsupported, value, $"\"{keyword}\" has no equivalent in OpenAPI 3.0");
        }
        else if (GetExpectation(rule, value) is { } expectation)
        {
            Add(
                IsOwnExtension(member) ? SpecErrorKind.Extension : SpecErrorKind.Invalid,
                value,
                $"\"{keyword}\" has to be {expectation}, not {Quote(value)}");
        }
        else
        {
            CheckContent(value, rule, keyword);
        }
    }

    private void CheckContent(JsonValue value, KeywordRule rule, string keyword)
    {
        switch (rule.Form)
        {
            case ValueForm.Object or ValueForm.ObjectOrBoolean:
                CheckObject(value, rule.Of!);
                break;
            case ValueForm.ObjectArray:
                foreach (JsonValue item in value.Items)
                {
                    CheckMember(item, $"an item of \"{keyword}\"", rule.Of!, isQuoted: false);
                }

                break;
            case ValueForm.ObjectMap:
                foreach (JsonMember member in value.Members.Where(member => !IsExtensionOfMap(member, keyword)))
                {
                    CheckMember(member.Value, member.Name, rule.Of!);
                }

                break;
            case ValueForm.Values:
                CheckValues(value, keyword);
                break;
            case ValueForm.StringArray or ValueForm.StringMap:
                foreach (JsonValue item in value.Items.Concat(value.Members.Select(member => member.Value)).Where(item => item.String is null))
                {
                    Add(SpecErrorKind.Invalid, item, $"an item of \"{keyword}\" has to be a string, not {Describe(item)}");
                }

                break;
            case ValueForm.Types:
                foreach (JsonValue type in value.Items.Count == 0 ? [value] : value.Items)
                {
                    if (type.String is not { } name || !s_types.Contains(name))
                    {
                        Add(SpecErrorKind.Invalid, type, $"\"{keyword}\" has to be one of {string.Join(", ", s_types)}, not {Quote(type)}");
                    }
                }

                break;
        }
    }

    /// <summary>Checks the values of an enum: scalars, and strings where the type says so.</summary>
    private void CheckValues(JsonValue values, string keyword)
    {
        bool areStrings = values.Parent?.Find("type")?.String == "string";
        foreach (JsonValue value in values.Items)
        {
            bool isValid = value.Kind is JsonKind.Null or JsonKind.String
                || (!areStrings && value.Kind is JsonKind.True or JsonKind.False or JsonKind.Number);
            if (!isValid)
            {
                Add(SpecErrorKind.Invalid, value, $"an item of \"{keyword}\" has to be a {(areStrings ? "string" : "scalar")}, not {Describe(value)}");
            }
        }
    }

    // Names of properties are free; those of components are not, and tools put their extensions beside them.
    private static bool IsExtensionOfMap(JsonMember member, string keyword) =>
        keyword != "properties" && OpenApiKeywords.IsExtension(member.Name)
            && !(keyword is "headers" or "schemas" && member.Value.Kind == JsonKind.Object);

    private void CheckMember(JsonValue value, string name, OpenApiObject rules, bool isQuoted = true)
    {
        if (value.Kind == JsonKind.Object)
        {
            CheckObject(value, rules);
        }
        else
        {
            Add(SpecErrorKind.Invalid, value, $"{(isQuoted ? $"\"{name}\"" : name)} has to be {rules.Name}, which is a JSON object, not {Describe(value)}");
        }
    }

    /// <summary>What the value has to be; <see langword="null"/> if it is.</summary>
    private static string? GetExpectation(KeywordRule rule, JsonValue value) => rule.Form switch
    {
        ValueForm.String => value.Kind == JsonKind.String ? null : "a string",
        ValueForm.Boolean => value.Boolean is not null ? null : "true or false",
        ValueForm.Count => value.Int32 is not null ? null : "a whole number in digits",
        ValueForm.Number => value.Kind == JsonKind.Number ? null : "a number",
        ValueForm.NumberOrBoolean => value.Kind == JsonKind.Number || value.Boolean is not null ? null : "a number, true or false",
        ValueForm.Array or ValueForm.Values or ValueForm.StringArray or ValueForm.ObjectArray => value.Kind == JsonKind.Array ? null : "an array",
        ValueForm.OperationKind => value.String is "create" or "action" ? null : "\"create\" or \"action\"",
        ValueForm.Types => value.Kind is JsonKind.String or JsonKind.Array ? null : "a string",
        ValueForm.Object => value.Kind == JsonKind.Object ? null : $"{rule.Of!.Name}, which is a JSON object",
        ValueForm.ObjectOrBoolean => value.Kind == JsonKind.Object || value.Boolean is not null ? null : $"{rule.Of!.Name}, true or false",
        ValueForm.Map or ValueForm.ObjectMap or ValueForm.StringMap => value.Kind == JsonKind.Object ? null : "a JSON object",
        _ => null,
    };

    // Whoever writes it in capitals or with another separator means an extension of ours.
    private static bool IsOwnExtension(JsonMember member) =>
        member.Name.Replace('_', '-').StartsWith(OpenApiKeywords.LatticeName, StringComparison.OrdinalIgnoreCase);

    private void AddUnknownExtension(JsonMember member, OpenApiObject rules) => Add(
        SpecErrorKind.Extension, member.Value, $"\"{member.Name}\" is not an extension of {rules.Name}{Suggest(member.Name, rules)}");

    private void Add(SpecErrorKind kind, JsonValue location, string message) => _errors.Add(new SpecError(kind, location, message));

    private static string Suggest(string name, OpenApiObject rules) =>
        Suggestions.FindSimilar(rules.Keywords, name) is { } similar ? $"; did you mean \"{similar}\"?" : "";

    private static string Quote(JsonValue value) => value.String is { } text ? $"\"{Suggestions.Shorten(text)}\"" : Describe(value);

    private static string Describe(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.True or JsonKind.False => "a Boolean",
        JsonKind.Number => $"the number {Suggestions.Shorten(value.ToText())}",
        JsonKind.String => "a string",
        JsonKind.Array => "an array",
        _ => "an object",
    };
}
