using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Naming;

/// <summary>The name of a resource's class: its id in Pascal case, where dots separate namespaces.</summary>
internal static class ResourceNames
{
    public static TypeName GetTypeName(ResourceId resource, string rootNamespace) => new(
        string.Join(".", resource.Namespaces.Select(part => ReservedNames.GetNamespacePart(Identifiers.Pascal(part))).Prepend(rootNamespace)),
        ReservedNames.GetTypeName(Identifiers.Pascal(resource.LastPart)));
}
