using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>The kinds of operations as <c>x-lattice-operation</c> has them.</summary>
internal static class OperationKinds
{
    public static string GetName(this OperationKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The kind with its article, for a sentence.</summary>
    public static string GetNameWithArticle(this OperationKind kind) => kind switch
    {
        OperationKind.Create => "a create operation",
        OperationKind.Update => "an update",
        OperationKind.Action => "an action",
        _ => "a " + kind.GetName(),
    };

    /// <summary>The kind that the operation declares; <see langword="null"/> if it declares none, or something else.</summary>
    public static OperationKind? GetDeclared(SpecOperation operation) =>
        operation.GetExtension(OpenApiKeywords.Operation) is { } declared
            && Enum.TryParse(declared, ignoreCase: true, out OperationKind kind)
            && kind.GetName() == declared
            ? kind
            : null;

    /// <summary>The kinds that an operation with that method and response can be.</summary>
    public static IReadOnlyList<OperationKind> GetPossible(string method, ResponseForm response) => method switch
    {
        "get" when response == ResponseForm.List => [OperationKind.List, OperationKind.Search],
        "get" => [OperationKind.Retrieve],
        "post" => [OperationKind.Create, OperationKind.Update, OperationKind.Action],
        "delete" => [OperationKind.Delete],
        _ => [],
    };

    /// <summary>Why an operation cannot be of the kind that it declares, as a clause without a period.</summary>
    public static string DescribeImpossible(SpecOperation operation, OperationKind declared, IReadOnlyList<OperationKind> possible)
    {
        string method = operation.Method.ToUpperInvariant();
        string subject = operation.Method != "get" ? $"a {method}"
            : possible.Contains(OperationKind.List) ? "a GET that returns a list" : "a GET that returns no list";
        return possible.Count == 0
            ? $"{OpenApiKeywords.Operation} is \"{declared.GetName()}\", but {subject} cannot be generated"
            : $"{OpenApiKeywords.Operation} is \"{declared.GetName()}\", but {subject} can only be "
                + DisplayList([.. possible.Select(kind => $"\"{kind.GetName()}\"")]);
    }

    private static string DisplayList(List<string> items) => items.Count switch
    {
        1 => items[0],
        2 => $"{items[0]} or {items[1]}",
        _ => string.Join(", ", items.Take(items.Count - 1)) + ", or " + items[items.Count - 1],
    };
}
