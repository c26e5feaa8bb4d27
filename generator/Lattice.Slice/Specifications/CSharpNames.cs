using Lattice.Spec.Model;

namespace Lattice.Slice.Specifications;

/// <summary>The names of generated types in messages: without the root namespace, which the project chooses.</summary>
internal static class CSharpNames
{
    /// <summary>A placeholder for the root namespace.</summary>
    public const string Root = "Lattice.Stripe";

    public static string Relative(TypeName type) => $"{type.Namespace}.{type.Name}"[(Root.Length + 1)..];
}
