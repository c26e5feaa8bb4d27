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
    private readonly bool _isJson;
    private bool _isMisspelled;

    private ExpectedName(string name, Operation operation)
    {
        _name = name;
        _operation = operation;
        _isJson = operation.Formats.Contains(BodyFormat.Json);
    }

    /// <summary>
    /// What is wrong with the name, as the end of a sentence about the operation; null if the operation has the parameter.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="isMisspelled">Whether another name was probably meant.</param>
    public static string? FindError(string name, Operation operation, out bool isMisspelled)
    {
        var expected = new ExpectedName(name, operation);
        string? error = expected.FindError();
        isMisspelled = expected._isMisspelled;
        return error;
    }

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
            isInMap |= _isJson && !schemas.Exists(schema => schema.Kind == SchemaKind.Array || schema.Find(key) is not null);

            sent = Append(sent, key, schemas.Exists(schema => schema.Kind == SchemaKind.Array));
            schemas = [.. schemas.Select(schema => Find(schema, key)).OfType<Schema>().SelectMany(CasesOf)];
        }

        _isMisspelled = sent != _name;
        return _isMisspelled ? $"has no parameter '{_name}': its name is '{sent}'." : null;
    }

    /// <summary>The segments of the name. Brackets and dots are both read in names that do not match the format of the operation.</summary>
    private List<string> Split()
    {
        bool isForm = !_isJson && !(_name.Contains('.', StringComparison.Ordinal) && !_name.Contains('[', StringComparison.Ordinal));
        return (isForm ? ParameterName.Split(_name) : null)
            ?? [.. _name.Replace("]", "", StringComparison.Ordinal).Split('[', '.')];
    }

    private string Append(string parent, string key, bool isIndex)
        => parent.Length == 0 ? key : _isJson && !isIndex ? $"{parent}.{key}" : $"{parent}[{key}]";

    private string Describe(IReadOnlyList<Schema> schemas, string key, string parent, IEnumerable<string> rest)
    {
        if (_operation.Path.ParameterNames.Contains(_name))
        {
            _isMisspelled = true;
            return $"has '{_name}' in its path: use {nameof(RequestExpectation.WithPath)}.";
        }

        string[] names = [.. schemas.SelectMany(schema => schema.Properties).Select(property => property.Name).Distinct()];
        if (Suggestions.FindSimilar(names, key) is { } similar)
        {
            _isMisspelled = true;
            string suggested = rest.Aggregate(Append(parent, similar, isIndex: false), (name, next)
                => Append(name, next, isIndex: next.Length > 0 && next.All(char.IsAsciiDigit)));
            return $"has no parameter '{_name}'. Did you mean '{suggested}'?";
        }

        string where = parent.Length == 0 ? "Its parameters are" : $"The parameters in '{parent}' are";
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
