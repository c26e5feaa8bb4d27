using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Operations;

/// <summary>What Stripe's specification states about the properties of a class: its <c>StripeSchemaAttribute</c>.</summary>
internal sealed class ParameterSchema
{
    /// <summary>That of a class without the attribute.</summary>
    public static readonly ParameterSchema Empty = new([]);

    private ParameterSchema(Dictionary<string, string> values)
    {
        Required = values.TryGetValue("Required", out string? required) ? Split(required, ',') : [];
        MaxLengths = ByProperty(values, "MaxLength", ReadLength);
        Ids = ByProperty(values, "Ids", key => key);
        Exclusive = values.TryGetValue("Exclusive", out string? exclusive)
            ? [.. Split(exclusive, ';').Select(group => Split(group, ',')).Where(group => group.Count > 1)]
            : [];
        Successors = ReadSuccessors(values);
    }

    /// <summary>The properties that Stripe requires.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>The maximum numbers of characters of properties.</summary>
    public ILookup<string, int?> MaxLengths { get; }

    /// <summary>The resources whose ids properties hold.</summary>
    public ILookup<string, string> Ids { get; }

    /// <summary>The groups of properties of which only one can be set.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Exclusive { get; }

    /// <summary>The successors of deprecated properties and constants.</summary>
    public IReadOnlyDictionary<string, string> Successors { get; }

    public static ParameterSchema Read(AttributeData attribute) => new(attribute.NamedArguments
        .Where(argument => argument.Value is { Kind: TypedConstantKind.Primitive, Value: string })
        .ToDictionary(argument => argument.Key, argument => (string)argument.Value.Value!, StringComparer.Ordinal));

    /// <summary>The properties that cannot be set together with another one.</summary>
    public IEnumerable<string> GetExcludedBy(string property) =>
        Exclusive.Where(group => group.Contains(property)).SelectMany(group => group).Where(other => other != property);

    /// <summary>Whether a property that Stripe requires has a value, or another one that replaces it has.</summary>
    public bool IsSatisfied(string required, Func<string, bool> isSet) =>
        isSet(required)
        || GetExcludedBy(required).Any(isSet)
        || Successors.Any(entry => isSet(entry.Key) && Split(entry.Value, '.')[0] == required);

    private static int? ReadLength(string text) => int.TryParse(text, out int length) ? length : null;

    private static Dictionary<string, string> ReadSuccessors(Dictionary<string, string> values)
    {
        Dictionary<string, string> successors = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<string> entry in SplitEntries(values, "Successors").Where(entry => Split(entry[1], '.').Count > 0))
        {
            successors[entry[0]] = entry[1];
        }

        return successors;
    }

    /// <summary>Reads <c>key: Property, Property; key: Property</c>.</summary>
    private static ILookup<string, T> ByProperty<T>(Dictionary<string, string> values, string name, Func<string, T> readKey) =>
        SplitEntries(values, name)
            .SelectMany(entry => Split(entry[1], ',').Select(property => (Property: property, Key: readKey(entry[0]))))
            .ToLookup(entry => entry.Property, entry => entry.Key, StringComparer.Ordinal);

    private static IEnumerable<IReadOnlyList<string>> SplitEntries(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? text)
            ? Split(text, ';').Select(entry => Split(entry, ':')).Where(entry => entry.Count == 2)
            : [];

    private static IReadOnlyList<string> Split(string text, char separator) =>
        [.. text.Split(separator).Select(part => part.Trim()).Where(part => part.Length > 0)];
}
