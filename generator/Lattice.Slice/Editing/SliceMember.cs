using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Editing;

/// <summary>A generated type, or a property of one.</summary>
/// <param name="Property">The property; <see langword="null"/> for the type itself.</param>
internal sealed record SliceMember(TypeName Type, Property? Property)
{
    /// <summary>The name in C#, such as <c>Subscription.LatestInvoice</c>.</summary>
    public string Name => Property is null ? CSharpNames.Relative(Type) : $"{CSharpNames.Relative(Type)}.{Property.Name}";
}
