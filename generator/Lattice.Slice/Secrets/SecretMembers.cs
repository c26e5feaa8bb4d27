using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Secrets;

/// <summary>A C# property.</summary>
/// <param name="Type">The name of the class, without the root namespace.</param>
internal sealed record SecretMember(string Type, string Property)
{
    public string Name => $"{Type}.{Property}";
}

/// <summary>Finds the C# properties of secrets.</summary>
internal static class SecretMembers
{
    /// <summary>The properties, by the locations of their schemas.</summary>
    public static IReadOnlyDictionary<string, SecretMember> Find(SliceModel model)
    {
        var found = new Dictionary<string, SecretMember>(StringComparer.Ordinal);
        foreach (LocatedProperty member in MemberLocations.Find(model).Properties
            .Where(member => member.Property.Type.Leaf.Kind == ValueKind.Secret))
        {
            foreach (string pointer in member.Locations.Pointers)
            {
                found.TryAdd(pointer, new SecretMember(CSharpNames.Relative(member.Type), member.Property.Name));
            }
        }

        return found;
    }
}
