namespace Lattice.Spec.Json;

/// <summary>The kinds of JSON values (RFC 8259, section 3).</summary>
internal enum JsonKind : byte
{
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
}
