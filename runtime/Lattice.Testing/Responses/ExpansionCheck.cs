using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>Checks the paths that a request expands against the schema of the response.</summary>
internal static class ExpansionCheck
{
    private const int MaximumDepth = 4;

    public static ApiError? FindError(ParameterNode sent, Schema response)
        => Expansion.PathsOf(sent)
            .Distinct(StringComparer.Ordinal)
            .Select(path => FindError(path, response))
            .FirstOrDefault(error => error is not null);

    private static ApiError? FindError(string path, Schema response)
    {
        string[] names = path.Split('.');
        if (names.Length > MaximumDepth)
        {
            return ApiError.TooDeep(path, MaximumDepth);
        }

        List<Schema> owners = [.. ObjectsIn(response)];
        for (int depth = 1; depth <= names.Length; depth++)
        {
            string name = names[depth - 1];
            List<Schema> fields = [.. owners.Select(owner => FindExpandable(owner, name)).OfType<Schema>()];
            if (fields.Count == 0)
            {
                return ApiError.NotExpandable(string.Join('.', names[..depth]), isInList: depth == 1 && owners.Exists(IsList));
            }

            if (fields.Exists(LeavesSlice))
            {
                return null;
            }

            owners = [.. fields.SelectMany(ObjectsIn)];
        }

        return null;
    }

    /// <summary>
    /// A field that contains an object or the id of one. Stripe also expands strings that it omits by default, such as the number of
    /// an issued card; in a slice, such a string is neither required nor nullable. So is the number of objects that a search finds.
    /// </summary>
    private static Schema? FindExpandable(Schema owner, string name) => owner.Find(name) switch
    {
        null => owner.MapValues is { Kind: not SchemaKind.Any } values && ContainsObjects(values) ? values : null,
        { Required: false, Schema: { Kind: SchemaKind.String, Nullable: false } omitted } => omitted,
        { Required: false, Name: "total_count", Schema: { Kind: SchemaKind.Integer } count } => count,
        { Schema: var field } => ContainsObjects(field) ? field : null,
    };

    private static bool ContainsObjects(Schema schema) => schema.Expansions.Count > 0 || schema.Kind switch
    {
        SchemaKind.Any => true,
        SchemaKind.Union => schema.Cases.Any(ContainsObjects),
        SchemaKind.Array => schema.Items is { } items && ContainsObjects(items),
        SchemaKind.Object => schema.Component is not null || schema.Properties.Count > 0
            || (schema.MapValues is { Kind: not SchemaKind.Any } values && ContainsObjects(values)),
        _ => false,
    };

    /// <summary>Whether the field may be a resource that the slice lacks, so that the rest of the path cannot be checked.</summary>
    private static bool LeavesSlice(Schema schema) => schema.Kind switch
    {
        SchemaKind.Any => true,
        SchemaKind.Array => schema.Items is null || LeavesSlice(schema.Items),
        SchemaKind.Union => schema.Cases.Count(unionCase => unionCase.Component is not null) < schema.Expansions.Count,
        _ => schema.Expansions.Count > 0,
    };

    private static IEnumerable<Schema> ObjectsIn(Schema schema) => schema.Kind switch
    {
        SchemaKind.Object => [schema],
        SchemaKind.Union => schema.Cases.SelectMany(ObjectsIn),
        SchemaKind.Array when schema.Items is { } items => ObjectsIn(items),
        _ => [],
    };

    private static bool IsList(Schema schema) => schema.Find("object")?.Schema.Values is ["list"];
}
