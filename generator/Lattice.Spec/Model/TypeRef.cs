namespace Lattice.Spec.Model;

/// <summary>The type of a value.</summary>
/// <param name="Type">The emitted type of an enum, an object, or a union.</param>
/// <param name="Element">The type of the elements of a list, the values of a map, or an expandable object.</param>
/// <param name="IsClearable">Whether an empty value clears the parameter.</param>
/// <param name="IsId">Whether a string is the id of an object that can be expanded.</param>
internal sealed record TypeRef(
    ValueKind Kind, TypeName? Type = null, TypeRef? Element = null, bool IsClearable = false, bool IsId = false)
{
    /// <summary>The depth of nested lists and maps.</summary>
    public int Depth => Kind is ValueKind.List or ValueKind.Map ? 1 + Element!.Depth : 0;

    /// <summary>
    /// Whether the parameter needs a <c>Clearable</c> to be cleared. A list is cleared by an empty list, and a map has its own state.
    /// </summary>
    public bool NeedsClearable => IsClearable && Kind is not (ValueKind.List or ValueKind.Map);

    /// <summary>The innermost element of nested lists, maps, and expandable objects.</summary>
    public TypeRef Leaf => Element is { } element ? element.Leaf : this;

    /// <summary>Whether the parameter is a list that clears the stored value if it is empty.</summary>
    public bool ClearsWhenEmpty => IsClearable && Kind == ValueKind.List;
}
