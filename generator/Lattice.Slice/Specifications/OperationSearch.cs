
namespace Lattice.Slice.Specifications;

/// <summary>Finds an operation by its path, a part of its path, or the name of its resource.</summary>
internal static class OperationSearch
{
    // From exact to vague; the first rule that finds an operation applies.
    private static readonly Func<PostOperation, string, bool>[] s_rules =
    [
        static (operation, text) => operation.Path.Text == text,
        static (operation, text) => string.Join('/', operation.Path.Segments) == text || operation.Path.Text == "/v1/" + text,
        static (operation, text) => IsName(operation.TypeName, text) || operation.Resource?.Text == text,
        static (operation, text) => operation.Path.Text.EndsWith("/" + text, StringComparison.Ordinal),
        static (operation, text) => IsName(operation.TypeName.Split('.')[^1], text),
    ];

    /// <param name="documentName">The name of the document in messages.</param>
    /// <exception cref="CommandFailedException">There is no such operation, or there are several.</exception>
    public static PostOperation Find(IReadOnlyList<PostOperation> operations, string text, string documentName)
    {
        string wanted = WithoutMethod(text.Trim());
        foreach (Func<PostOperation, string, bool> rule in s_rules)
        {
            List<PostOperation> found = [.. operations.Where(operation => rule(operation, wanted))];
            if (found.Count > 0)
            {
                return Choose(found, text);
            }
        }

        string suggestion = NameSuggestions.Suggest(
            operations.Where(operation => operation.IsCreate).Select(create => (create.Text, GetNames(create))), wanted);
        throw new CommandFailedException($"{documentName} has no operation \"{text}\".{suggestion}");
    }

    private static PostOperation Choose(List<PostOperation> found, string text)
    {
        // The name of a resource refers to its plainest create.
        found = Narrow(Narrow(found, operation => operation.IsCreate), operation => operation.Method == "Create");
        return found.Count == 1 ? found[0] : throw new CommandFailedException(
            $"\"{text}\" matches several operations. Specify one of:\n"
            + string.Join('\n', found.Select(operation => $"  {operation.Text}")));
    }

    private static List<PostOperation> Narrow(List<PostOperation> found, Predicate<PostOperation> predicate) =>
        found.Exists(predicate) ? found.FindAll(predicate) : found;

    private static string WithoutMethod(string text)
    {
        string[] words = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? text
            : words[0].Equals("POST", StringComparison.OrdinalIgnoreCase) ? words[1]
            : throw new CommandFailedException($"\"{text}\" is not a POST operation; only those can be creates.");
    }

    private static bool IsName(string name, string text) => name.Length > 0 && name.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> GetNames(PostOperation operation) =>
        [operation.Path.Text, string.Join('/', operation.Path.Resources), operation.Path.Last, operation.TypeName];
}
