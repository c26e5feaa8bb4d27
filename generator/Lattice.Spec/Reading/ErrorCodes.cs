using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>
/// Reads the error codes of an operation in API v2. Its errors are the subschemas of a <c>oneOf</c>, each with one value for
/// <c>code</c>. All errors have the same class, so the codes are data.
/// </summary>
internal static class ErrorCodes
{
    public static EquatableArray<string> Read(SpecOperation operation)
    {
        IEnumerable<string> codes =
            from error in operation.ErrorSchema?.OneOf ?? []
            from code in error.FindProperty("error")?.FindProperty("code")?.EnumValues ?? []
            where code.Length > 0
            select code;
        return new SortedSet<string>(codes, StringComparer.Ordinal).ToEquatableArray();
    }
}
