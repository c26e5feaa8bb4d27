using Lattice.Spec.Model;

namespace Lattice.Slice.Names;

/// <summary>Names of generated types as they are shown: without the root namespace, which the project chooses.</summary>
internal static class CSharpNames
{
    /// <summary>Stands in for the root namespace.</summary>
    public const string Root = "Lattice.Stripe";

    public static string Relative(TypeName type) => $"{type.Namespace}.{type.Name}"[(Root.Length + 1)..];
}
