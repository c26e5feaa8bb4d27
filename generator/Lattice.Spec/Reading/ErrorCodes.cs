using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>
/// The errors of an operation in API v2: one of several schemas that differ in the one value of their <c>code</c>. They are
/// data, never classes: every error is read as the same type, whatever its code.
/// </summary>
internal static class ErrorCodes
{
    public static EquatableArray<string> Read(SpecOperation operation)
    {
        IEnumerable<string> codes =
            from error in operation.GetResponseSchema("default")?.OneOf ?? []
            from code in error.FindProperty("error")?.FindProperty("code")?.EnumValues ?? []
            where code.Length > 0
            select code;
        return new SortedSet<string>(codes, StringComparer.Ordinal).ToEquatableArray();
    }
}
