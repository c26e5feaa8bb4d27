using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <content>References to schemas without their own class, which are read at the location of the reference.</content>
internal abstract partial class SchemaReader
{
    private const string CircularReference = "a circular $ref to a schema without its own class is not supported";

    // The schemas that are being read at the location of a reference, and that can contain the reference.
    private readonly HashSet<SpecSchema> _open = [];

    /// <summary>Reads the target of a reference at the location of the reference.</summary>
    protected TypeRef? ReadInPlace(SpecSchema reference, Scope scope)
    {
        SpecSchema target = reference.Target!;
        if (!_open.Add(target))
        {
            return Unsupported(reference, CircularReference);
        }

        TypeRef? type = ReadValue(target, scope);
        _open.Remove(target);
        return type;
    }

    /// <summary>Reads a union whose references are read in place, unless one of them contains the union.</summary>
    protected TypeRef? ReadWithin(IReadOnlyList<SpecSchema> subschemas, SpecSchema union, Func<TypeRef?> read)
    {
        List<SpecSchema> targets =
            [.. subschemas.Where(subschema => subschema.Reference is not null).Select(subschema => subschema.Target!)];
        if (targets.Exists(_open.Contains))
        {
            return Unsupported(union, CircularReference);
        }

        _open.UnionWith(targets);
        TypeRef? type = read();
        _open.ExceptWith(targets);
        return type;
    }

    protected TypeRef? ReportUnresolved(SpecSchema schema)
    {
        diagnostics.AddUnresolved(schema.Node, schema.Reference!, schema.Reference!.Error ?? "the target is not a schema");
        return null;
    }
}
