using System.Text.RegularExpressions;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>The C# types of properties as reports show them: without namespaces.</summary>
internal static partial class CSharpText
{
    /// <summary>The type of the property for a parameter, which is always optional.</summary>
    public static string OfParameter(TypeRef type) => Shorten(CSharpTypes.OfParameter(type));

    /// <summary>The type of the property for a field of a response.</summary>
    public static string OfField(Property property) => Shorten(CSharpTypes.OfField(property));

    /// <summary>The type of a value that is present.</summary>
    public static string Of(TypeRef type) => Shorten(CSharpTypes.TypeOf(type));

    /// <summary>Whether both are the same C# type, even if they differ on the wire.</summary>
    public static bool IsSame(TypeRef left, TypeRef right) =>
        CSharpTypes.TypeOf(left) == CSharpTypes.TypeOf(right) && (left.Leaf.Type is null || left.Leaf.Kind == right.Leaf.Kind);

    /// <summary>The type with its kind, for two types with the same name.</summary>
    public static string Describe(TypeRef type) => Of(type) + type.Leaf.Kind switch
    {
        ValueKind.Enum => " (an enum)",
        ValueKind.Union => " (a union)",
        ValueKind.Object => " (an object)",
        _ => "",
    };

    /// <summary>Removes the namespaces of types.</summary>
    public static string Shorten(string type) => Namespace().Replace(type, "");

    [GeneratedRegex(@"global::(Lattice\.Stripe\.|System\.([A-Z]\w*\.)*)")]
    private static partial Regex Namespace();
}
