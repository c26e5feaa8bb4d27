using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <content>References to what has no class of its own, which is read where the reference stands.</content>
internal abstract partial class SchemaReader
{
    // What is read where a reference to it stands: it can contain the reference.
    private readonly HashSet<SpecSchema> _open = [];

    /// <summary>Reads what a reference leads to as if it stood where the reference stands.</summary>
    protected TypeRef? ReadInPlace(SpecSchema reference, Scope scope)
    {
        SpecSchema target = reference.Target!;
        if (!_open.Add(target))
        {
            return Unsupported(reference, "a $ref to something that contains it, and that has no class of its own,");
        }

        TypeRef? type = ReadValue(target, scope);
        _open.Remove(target);
        return type;
    }

    /// <summary>Reads a union whose references are read in place, unless one of them contains the union.</summary>
    protected TypeRef? ReadWithin(IReadOnlyList<SpecSchema> subschemas, SpecSchema union, Func<TypeRef?> read)
    {
        List<SpecSchema> targets = [.. subschemas.Where(subschema => subschema.Reference is not null).Select(subschema => subschema.Target!)];
        if (targets.Exists(_open.Contains))
        {
            return Unsupported(union, "a $ref to something that contains it, and that has no class of its own,");
        }

        _open.UnionWith(targets);
        TypeRef? type = read();
        _open.ExceptWith(targets);
        return type;
    }

    protected TypeRef? ReportUnresolved(SpecSchema schema)
    {
        SpecReference reference = schema.Reference!;
        diagnostics.Add(
            DiagnosticRules.UnresolvedReference, schema.FindOwn("$ref")!, reference.Text, reference.Error ?? "it points to something that is not a schema");
        return null;
    }
}
