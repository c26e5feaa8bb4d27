using System.Text.Json;
using System.Text.RegularExpressions;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// A part of Stripe's search query language: clauses such as <c>status:"active"</c>, <c>metadata["order"]:"6735"</c> and
/// <c>created&gt;=1700000000</c>, all of which must match. See
/// <see href="https://docs.stripe.com/search#search-query-language">Search query language</see> in Stripe's documentation.
/// </summary>
internal sealed partial class SearchQuery
{
    private const string Query = "query";

    private readonly List<Clause> _clauses = [];

    /// <summary>Returns why the query cannot be used, or null and the query.</summary>
    public static ApiError? Parse(string text, Operation operation, out SearchQuery query)
    {
        query = new SearchQuery();
        int position = 0;
        while (position < text.Length || query._clauses.Count == 0)
        {
            Match match = ClauseFormat().Match(text, position);
            if (!match.Success)
            {
                return ApiError.Of(
                    $"The stand-in cannot search with '{ApiError.Shorten(text)}'. It knows clauses such as status:\"active\", "
                    + "metadata[\"key\"]:\"value\" and created>1700000000, which AND joins.",
                    Query);
            }

            var clause = new Clause(PathOf(match), match.Groups["operator"].Value, ValueOf(match));
            if (!operation.Objects.Schemas.Any(schema => Has(schema, clause.Path)))
            {
                return ApiError.Of(
                    $"Field `{string.Join('.', clause.Path)}` is an unsupported search field for resource `{operation.Objects.Kinds[0]}`.",
                    Query);
            }

            query._clauses.Add(clause);
            position = match.Index + match.Length;
        }

        return null;
    }

    public bool Matches(StoredObject stored)
    {
        using JsonDocument document = JsonDocument.Parse(stored.Json);
        return _clauses.TrueForAll(clause => Matches(document.RootElement, clause));
    }

    private static bool Matches(JsonElement root, Clause clause)
    {
        JsonElement value = root;
        foreach (string name in clause.Path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return false;
            }
        }

        if (ListFilter.TextOf(value) is not { } text)
        {
            return false;
        }

        if (clause.Operator == ":")
        {
            return text.Equals(clause.Value, StringComparison.OrdinalIgnoreCase);
        }

        return ListFilter.OrderOf(text) is { } order && ListFilter.OrderOf(clause.Value) is { } limit && clause.Operator switch
        {
            ">" => order > limit,
            ">=" => order >= limit,
            "<" => order < limit,
            _ => order <= limit,
        };
    }

    private static bool Has(Schema schema, IEnumerable<string> path)
    {
        Schema? found = schema;
        foreach (string name in path)
        {
            found = found is null ? null : ObjectSchemas.Of(found).Select(one => one.Find(name)?.Schema ?? one.MapValues).FirstOrDefault();
        }

        return found is not null;
    }

    private static string[] PathOf(Match match)
        => match.Groups["key"] is { Success: true, Value: var key } ? ["metadata", Unescape(key)] : match.Groups["field"].Value.Split('.');

    private static string ValueOf(Match match)
        => match.Groups["text"] is { Success: true, Value: var text } ? Unescape(text) : match.Groups["number"].Value;

    private static string Unescape(string text) => Escape().Replace(text, "$1");

    /// <summary>A field or a metadata key, an operator, a quoted text or a number, and AND or the end.</summary>
    [GeneratedRegex("""
        \G\s*(?:metadata\[(?<quote>["'])(?<key>(?:(?!\k<quote>)[^\\]|\\.)+)\k<quote>\]|(?<field>[a-z][a-z0-9_.]*))
        \s*(?<operator>:|>=|<=|>|<)\s*
        (?:(?<mark>["'])(?<text>(?:(?!\k<mark>)[^\\]|\\.)*)\k<mark>|(?<number>-?[0-9]+(?:\.[0-9]+)?))
        (?:\s+AND\s+(?=\S)|\s*\z)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ClauseFormat();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    private sealed record Clause(IReadOnlyList<string> Path, string Operator, string Value);
}
