using Lattice.Spec.OpenApi;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>
/// Checks the name of an expected parameter. A request never has a parameter that its operation does not have, so a misspelled name would
/// look as if the parameter had not been sent.
/// </summary>
internal sealed class ExpectedName
{
    private const int MaximumListed = 20;

    private readonly string _name;
    private readonly Operation _operation;

    private ExpectedName(string name, Operation operation)
    {
        _name = name;
        _operation = operation;
        IsJson = operation.Formats.Contains(BodyFormat.Json);
        Error = FindError();
    }

    /// <summary>What is wrong with the name, as the end of a sentence about the operation; null if nothing is.</summary>
    public string? Error { get; }

    /// <summary>Whether another name was probably meant.</summary>
    public bool IsMisspelled { get; private set; }

    /// <summary>Whether the operation reads its parameters from JSON.</summary>
    public bool IsJson { get; }

    /// <summary>The schemas of the parameter, with unions flattened; empty if they are not known.</summary>
    public IReadOnlyList<Schema> Schemas { get; private set; } = [];

    /// <summary>Whether the parameter is a value of a map.</summary>
    public bool IsMapValue { get; private set; }

    public static ExpectedName Of(string name, Operation operation) => new(name, operation);

    /// <summary>The name of a parameter in this one, or of an element of it.</summary>
    public string NameOf(string key, bool isIndex) => Append(_name, key, isIndex);

    private string? FindError()
    {
        List<string> segments = Split();
        string sent = "";
        bool isInMap = false;
        List<Schema> schemas = [.. CasesOf(_operation.Parameters)];
        for (int i = 0; i < segments.Count; i++)
        {
            string key = segments[i];
            bool isKnown = schemas.Exists(schema => Find(schema, key) is not null);
            if (schemas.Exists(schema => schema.Kind == SchemaKind.Any) || (!isKnown && isInMap))
            {
                return null;
            }

            if (!isKnown)
            {
                return Describe(schemas, key, sent, segments.Skip(i + 1));
            }

            // In JSON, a dot can be part of a key, so the end of a name in a map cannot be checked.
            IsMapValue = !schemas.Exists(schema => schema.Kind == SchemaKind.Array || schema.Find(key) is not null);
            isInMap |= IsJson && IsMapValue;

            sent = Append(sent, key, schemas.Exists(schema => schema.Kind == SchemaKind.Array));
            schemas = [.. schemas.Select(schema => Find(schema, key)).OfType<Schema>().SelectMany(CasesOf)];
        }

        Schemas = schemas;
        IsMisspelled = sent != _name;
        return IsMisspelled ? $"has no parameter '{_name}': its name is '{sent}'." : null;
    }

    /// <summary>The segments of the name. Brackets and dots are both read in names that do not match the format of the operation.</summary>
    private List<string> Split()
    {
        bool isForm = !IsJson && !(_name.Contains('.', StringComparison.Ordinal) && !_name.Contains('[', StringComparison.Ordinal));
        return (isForm ? ParameterName.Split(_name) : null)
            ?? [.. _name.Replace("]", "", StringComparison.Ordinal).Split('[', '.')];
    }

    private string Append(string parent, string key, bool isIndex)
        => parent.Length == 0 ? key : IsJson && !isIndex ? $"{parent}.{key}" : $"{parent}[{key}]";

    private string Describe(IReadOnlyList<Schema> schemas, string key, string parent, IEnumerable<string> rest)
    {
        if (_operation.Path.ParameterNames.Contains(_name))
        {
            IsMisspelled = true;
            return $"has '{_name}' in its path: use {nameof(RequestExpectation.WithPath)}.";
        }

        string[] names = [.. schemas.SelectMany(schema => schema.Properties).Select(property => property.Name).Distinct()];
        if (Suggestions.FindSimilar(names, key) is { } similar)
        {
            IsMisspelled = true;
            string suggested = rest.Aggregate(Append(parent, similar, isIndex: false), (name, next)
                => Append(name, next, isIndex: next.Length > 0 && next.All(char.IsAsciiDigit)));
            return $"has no parameter '{_name}'. Did you mean '{suggested}'?";
        }

        if (parent.Length > 0 && schemas.All(schema => schema.Kind is not (SchemaKind.Object or SchemaKind.Array)))
        {
            return $"has no parameter '{_name}': '{parent}' is a single value, without parameters in it.";
        }

        string where = parent.Length == 0 ? "Its parameters are" : $"The parameters in '{parent}' are";
        if (schemas.Any(schema => schema.Kind == SchemaKind.Array))
        {
            return $"has no parameter '{_name}': '{parent}' is a list, whose elements have numbers, such as '{Append(parent, "0", isIndex: true)}'.";
        }

        string listed = string.Join(", ", names.Take(MaximumListed)) + (names.Length > MaximumListed ? ", …" : "");
        return $"has no parameter '{_name}'.{(names.Length > 0 ? $" {where}: {listed}." : "")}";
    }

    private static Schema? Find(Schema schema, string key) => schema.Kind switch
    {
        SchemaKind.Array => key.All(char.IsAsciiDigit) ? schema.Items ?? new Schema() : null,
        SchemaKind.Object => schema.Find(key)?.Schema ?? schema.MapValues,
        _ => null,
    };

    private static IEnumerable<Schema> CasesOf(Schema schema)
        => schema.Kind == SchemaKind.Union ? schema.Cases.SelectMany(CasesOf) : [schema];
}
