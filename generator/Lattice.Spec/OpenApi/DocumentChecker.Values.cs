using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <content>The values of keywords.</content>
internal sealed partial class DocumentChecker
{
    private static readonly string[] s_types = ["array", "boolean", "integer", "null", "number", "object", "string"];

    private void CheckKeyword(JsonMember member, KeywordRule rule)
    {
        (string keyword, JsonValue value) = (member.Name, member.Value);
        if (rule.IsUnsupported)
        {
            Add(SpecErrorKind.Unsupported, value, $"\"{keyword}\" is not supported, because it has no equivalent in OpenAPI 3.0");
        }
        else if (rule.GetExpectation(value) is { } expectation)
        {
            Add(
                GetKind(keyword),
                value,
                $"\"{keyword}\" must be {expectation}, not {Quote(value)}");
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
                    CheckMember(item, $"an item of \"{keyword}\"", rule.Of!);
                }

                break;
            case ValueForm.ObjectMap:
                foreach (JsonMember member in value.Members.Where(member => !IsExtensionOfMap(member, keyword)))
                {
                    CheckMember(member.Value, $"\"{member.Name}\"", rule.Of!);
                }

                break;
            case ValueForm.Values:
                CheckValues(value, keyword);
                break;
            case ValueForm.StringArray or ValueForm.StringMap:
                CheckStrings(value, keyword);
                break;
            case ValueForm.StringArrays:
                CheckGroups(value, keyword);
                break;
            case ValueForm.Types:
                CheckTypes(value, keyword);
                break;
        }
    }

    private void CheckMember(JsonValue value, string name, OpenApiObject rules)
    {
        if (value.Kind == JsonKind.Object)
        {
            CheckObject(value, rules);
        }
        else
        {
            Add(SpecErrorKind.Invalid, value, $"{name} must be {rules.Name}, not {Describe(value)}");
        }
    }

    // Properties and components can have any name. Tools add extensions next to components, which are not components themselves.
    private static bool IsExtensionOfMap(JsonMember member, string keyword) =>
        keyword != "properties" && OpenApiKeywords.IsExtension(member.Name)
            && !(keyword is "headers" or "schemas" && member.Value.Kind == JsonKind.Object);

    /// <summary>Checks the values of an enum: scalars, or only strings if its type is a string.</summary>
    private void CheckValues(JsonValue values, string keyword)
    {
        bool areStrings = values.Parent?.Find("type")?.String == "string";
        foreach (JsonValue value in values.Items)
        {
            bool isValid = value.Kind is JsonKind.Null or JsonKind.String
                || (!areStrings && value.Kind is JsonKind.True or JsonKind.False or JsonKind.Number);
            if (!isValid)
            {
                string expectation = areStrings ? "a string" : "a string, a number, a Boolean, or null";
                Add(SpecErrorKind.Invalid, value, $"an item of \"{keyword}\" must be {expectation}, not {Describe(value)}");
            }
        }
    }

    private void CheckStrings(JsonValue value, string keyword)
    {
        foreach (JsonValue item in value.Items.Concat(value.Members.Select(member => member.Value)).Where(item => item.String is null))
        {
            Add(GetKind(keyword), item, $"an item of \"{keyword}\" must be a string, not {Describe(item)}");
        }
    }

    private void CheckGroups(JsonValue value, string keyword)
    {
        foreach (JsonValue group in value.Items)
        {
            if (group.Kind == JsonKind.Array)
            {
                CheckStrings(group, keyword);
            }
            else
            {
                Add(GetKind(keyword), group, $"an item of \"{keyword}\" must be an array of names, not {Describe(group)}");
            }
        }
    }

    private void CheckTypes(JsonValue value, string keyword)
    {
        foreach (JsonValue type in value.Items.Count == 0 ? [value] : value.Items)
        {
            if (type.String is not { } name || !s_types.Contains(name))
            {
                Add(SpecErrorKind.Invalid, type, $"\"{keyword}\" must be one of {string.Join(", ", s_types)}, not {Quote(type)}");
            }
        }
    }

    private static SpecErrorKind GetKind(string keyword) => IsOwnExtension(keyword) ? SpecErrorKind.Extension : SpecErrorKind.Invalid;

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
