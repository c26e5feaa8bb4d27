using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Editing;

/// <summary>Finds the C# names that differ between two slices with the same types and members.</summary>
internal static class Renames
{
    /// <summary>The old and the new names, shortest first.</summary>
    public static IReadOnlyList<(string Old, string New)> Find(SliceModel before, SliceModel after)
    {
        // A name has no effect on the order of types and properties, which is that of the document.
        List<(EmittedType Old, EmittedType New)> types =
            [.. before.Types.Zip(after.Types, (old, @new) => (before.Get(old), after.Get(@new)))];
        IEnumerable<(string Old, string New)> names =
        [
            .. types.Select(type => (CSharpNames.Relative(type.Old.Type), CSharpNames.Relative(type.New.Type))),
            .. types.SelectMany(type => GetProperties(type.Old).Zip(GetProperties(type.New), (old, @new) => (old, @new))
                .Where(pair => pair.old.Name != pair.@new.Name)
                .Select(pair => (Join(type.Old, pair.old.Name), Join(type.New, pair.@new.Name)))),
            .. before.Operations.Values.Zip(after.Operations.Values)
                .Where(pair => pair.First.Operation.Method != pair.Second.Operation.Method)
                .Select(pair => (pair.First.Member, pair.Second.Member)),
        ];
        // The name of a nested type contains that of its owner, so the owner comes first.
        return [.. names.Where(name => name.Old != name.New).OrderBy(name => name.Old.Length)];
    }

    private static EquatableArray<Property> GetProperties(EmittedType type) => type switch
    {
        ResponseObjectType @object => @object.Properties,
        ParamsType parameters => parameters.Properties,
        _ => default,
    };

    private static string Join(EmittedType type, string member) => $"{CSharpNames.Relative(type.Type)}.{member}";
}
