using System.Text.Json;
using Lattice.Generator.Model;
using Lattice.Generator.Reading;
using Lattice.Slice.Names;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Types;

/// <summary>The classes that a slice gives already: those of the schemas that its operations answer. Errors are no classes.</summary>
internal static class PresentTypes
{
    /// <summary>Their names, without the root namespace.</summary>
    public static HashSet<string> Find(Spec slice)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<JsonElement>(slice.Paths.Values.Select(item => item.Find("post", "responses", "200") ?? default));
        while (open.TryDequeue(out JsonElement element))
        {
            foreach (Reference reference in References.Find(SchemaTrimmer.Copy(element), JsonPath.Root))
            {
                if (seen.Add(reference.Component) && slice.Schemas.TryGetValue(reference.Component, out JsonElement schema))
                {
                    found.Add(GetTypeName(reference.Component, schema));
                    open.Enqueue(schema);
                }
            }
        }

        return found;
    }

    private static string GetTypeName(string component, JsonElement schema)
    {
        TypeName type = new ResourceId(schema.FindText("x-resourceId") ?? component).GetTypeName(CSharpNames.Root);
        return CSharpNames.Relative(type with { Name = schema.FindText("x-lattice-name") ?? type.Name });
    }
}
