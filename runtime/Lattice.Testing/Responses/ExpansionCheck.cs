using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>Checks the paths that a request asks to be expanded against what it is answered with.</summary>
internal static class ExpansionCheck
{
    private const int MaximumDepth = 4;

    public static ApiError? FindError(ParameterNode sent, Schema response)
        => Expansion.PathsOf(sent).Select(path => FindError(path, response)).FirstOrDefault(problem => problem is not null);

    private static ApiError? FindError(string path, Schema response)
    {
        string[] names = path.Split('.');
        if (names.Length > MaximumDepth)
        {
            return ApiError.TooDeep(path, MaximumDepth);
        }

        List<Schema> holders = [.. ObjectsIn(response)];
        for (int depth = 1; depth <= names.Length; depth++)
        {
            string name = names[depth - 1];
            List<Schema> fields = [.. holders.Select(holder => FindExpandable(holder, name)).OfType<Schema>()];
            if (fields.Count == 0)
            {
                return ApiError.NotExpandable(string.Join('.', names[..depth]), isInList: depth == 1 && holders.Exists(IsList));
            }

            if (fields.Exists(LeadsOutOfSlice))
            {
                return null;
            }

            holders = [.. fields.SelectMany(ObjectsIn)];
        }

        return null;
    }

    /// <summary>
    /// A field that stands for an object or holds one. Stripe takes a text as well if it leaves it out until it is asked
    /// for, such as the number of an issued card; in a slice it is one that is neither required nor nullable.
    /// </summary>
    private static Schema? FindExpandable(Schema holder, string name) => holder.Find(name) switch
    {
        null => holder.MapValues is { Kind: not SchemaKind.Any } values && HoldsObjects(values) ? values : null,
        { Required: false, Schema: { Kind: SchemaKind.String, Nullable: false } text } => text,
        { Schema: var field } => HoldsObjects(field) ? field : null,
    };

    private static bool HoldsObjects(Schema schema) => schema.Expansions.Count > 0 || schema.Kind switch
    {
        SchemaKind.Any => true,
        SchemaKind.Union => schema.Cases.Any(HoldsObjects),
        SchemaKind.Array => schema.Items is { } items && HoldsObjects(items),
        SchemaKind.Object => schema.Component is not null || schema.Properties.Count > 0
            || (schema.MapValues is { Kind: not SchemaKind.Any } values && HoldsObjects(values)),
        _ => false,
    };

    /// <summary>What is behind an id of a resource that the slice does not hold cannot be known.</summary>
    private static bool LeadsOutOfSlice(Schema schema) => schema.Kind switch
    {
        SchemaKind.Any => true,
        SchemaKind.Array => schema.Items is null || LeadsOutOfSlice(schema.Items),
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
