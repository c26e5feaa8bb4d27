using System.Text.RegularExpressions;
using Lattice.Generator.Emitting;
using Lattice.Generator.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>The types of properties as a report names them: as they stand in C#, without namespaces that tell a reader nothing.</summary>
internal static partial class CSharpText
{
    /// <summary>The type of the property for a parameter: it is always optional.</summary>
    public static string OfParameter(SchemaType type) => Shorten(
        type.NeedsClearable ? $"Clearable<{CSharp.TypeOfParameter(type)}>" : CSharp.TypeOfParameter(type) + "?");

    /// <summary>The type of the property for a field of an answer.</summary>
    public static string OfField(Property property) => Shorten(CSharp.TypeOf(property.Type) + (HasQuestionMark(property) ? "?" : ""));

    /// <summary>The type of a value that is there.</summary>
    public static string Of(SchemaType type) => Shorten(CSharp.TypeOf(type));

    /// <summary>Whether both are the same type to C#, whatever they are on the wire.</summary>
    public static bool IsSame(SchemaType left, SchemaType right) =>
        CSharp.TypeOf(left) == CSharp.TypeOf(right) && (GetLeaf(left).Type is null || GetLeaf(left).Kind == GetLeaf(right).Kind);

    /// <summary>What a list, a map or a reference is of, to the end.</summary>
    public static SchemaType GetLeaf(SchemaType type) => type.Element is { } element ? GetLeaf(element) : type;

    /// <summary>What kind of type a name stands for, where the name alone does not tell two types apart.</summary>
    public static string Describe(SchemaType type) => Of(type) + GetLeaf(type).Kind switch
    {
        ValueKind.Enum => " (an enum)",
        ValueKind.Union => " (one of several kinds)",
        ValueKind.Object => " (an object)",
        _ => "",
    };

    // A reference that is not there has no id; it is never null itself.
    private static bool HasQuestionMark(Property property) =>
        property.Type.Kind != ValueKind.Expandable && !ObjectEmitter.IsAlwaysThere(property);

    private static string Shorten(string type) => Namespace().Replace(type, "");

    [GeneratedRegex(@"global::(Lattice\.Stripe\.|System\.([A-Z]\w*\.)*)")]
    private static partial Regex Namespace();
}
