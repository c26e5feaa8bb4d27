using System.Text.RegularExpressions;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>The types of properties as a report names them: as they stand in C#, without namespaces that tell a reader nothing.</summary>
internal static partial class CSharpText
{
    /// <summary>The type of the property for a parameter: it is always optional.</summary>
    public static string OfParameter(TypeRef type) => Shorten(CSharpTypes.OfParameter(type));

    /// <summary>The type of the property for a field of a response.</summary>
    public static string OfField(Property property) => Shorten(CSharpTypes.OfField(property));

    /// <summary>The type of a value that is there.</summary>
    public static string Of(TypeRef type) => Shorten(CSharpTypes.TypeOf(type));

    /// <summary>Whether both are the same type to C#, whatever they are on the wire.</summary>
    public static bool IsSame(TypeRef left, TypeRef right) =>
        CSharpTypes.TypeOf(left) == CSharpTypes.TypeOf(right) && (left.Leaf.Type is null || left.Leaf.Kind == right.Leaf.Kind);

    /// <summary>What kind of type a name stands for, where the name alone does not tell two types apart.</summary>
    public static string Describe(TypeRef type) => Of(type) + type.Leaf.Kind switch
    {
        ValueKind.Enum => " (an enum)",
        ValueKind.Union => " (one of several kinds)",
        ValueKind.Object => " (an object)",
        _ => "",
    };

    /// <summary>A type, or several, without the namespaces.</summary>
    public static string Shorten(string type) => Namespace().Replace(type, "");

    [GeneratedRegex(@"global::(Lattice\.Stripe\.|System\.([A-Z]\w*\.)*)")]
    private static partial Regex Namespace();
}
