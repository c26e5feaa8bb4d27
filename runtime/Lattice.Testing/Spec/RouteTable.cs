namespace Lattice.Stripe.Testing.Spec;

/// <summary>The operation that a request calls, and the decoded parameters of its path.</summary>
internal sealed record RouteMatch(Operation Operation, IReadOnlyList<string> PathParameters);

/// <summary>Finds operations by method and path.</summary>
internal sealed class RouteTable
{
    private readonly Operation[] _operations;
    private readonly Lazy<ObjectIndex> _objects;

    public RouteTable(IEnumerable<Operation> operations)
    {
        _operations = [.. operations.OrderBy(operation => operation.Path.SortKey, StringComparer.Ordinal)];
        _objects = new Lazy<ObjectIndex>(() => new ObjectIndex(_operations));
    }

    /// <summary>What the operations say about the kinds of objects.</summary>
    public ObjectIndex Objects => _objects.Value;

    /// <summary>All operations; those with literal paths come before those with parameters.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>The names of all operations, such as <c>POST /v1/account_links</c>, in ordinal order of their paths.</summary>
    public IReadOnlyList<string> ListNames() => [.. _operations
        .OrderBy(operation => operation.Path.Text, StringComparer.Ordinal)
        .ThenBy(operation => operation.Method, StringComparer.Ordinal)
        .Select(operation => $"{operation.Method} {operation.Path.Text}")];

    /// <summary>The operation with a method and a path template such as <c>/v1/accounts/{account}</c>.</summary>
    public Operation? Find(string method, string template)
        => Array.Find(_operations, operation => operation.Method == method && operation.Path.Text == template);

    /// <summary>The operation with a method and a path template, whatever its parameters are called.</summary>
    public Operation? FindLike(string method, PathTemplate template)
        => Array.Find(_operations, operation => operation.Method == method && operation.Path.Shape == template.Shape);

    public RouteMatch? Match(string method, string path)
    {
        string[] segments = path.Split('/');
        foreach (Operation operation in _operations)
        {
            if (operation.Method == method && operation.Path.Match(segments) is { } parameters)
            {
                return new RouteMatch(operation, parameters);
            }
        }

        return null;
    }
}
