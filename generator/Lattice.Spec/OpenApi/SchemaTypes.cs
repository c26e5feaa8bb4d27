namespace Lattice.Spec.OpenApi;

/// <summary>The types in the <c>type</c> of a schema, without <c>null</c>.</summary>
[Flags]
internal enum SchemaTypes
{
    None = 0,
    Boolean = 1,
    Integer = 2,
    Number = 4,
    String = 8,
    Array = 16,
    Object = 32,
}
