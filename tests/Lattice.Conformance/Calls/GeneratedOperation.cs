using System.Reflection;
using Lattice.Stripe;

namespace Lattice.Conformance.Calls;

/// <summary>An emitted operation. It is called as a user calls it, through the static methods of its class.</summary>
internal sealed class GeneratedOperation
{
    private static readonly string[] s_lists = ["List", "Search"];

    private readonly MethodInfo? _method;
    private readonly MethodInfo? _all;

    public GeneratedOperation(PropertyInfo property)
    {
        Type owner = property.DeclaringType!;
        MethodName = property.Name[..^"Operation".Length];
        Name = $"{owner.FullName}.{property.Name}";
        Type operation = property.PropertyType;
        Type[] arguments = operation.GetGenericArguments();
        Params = arguments[0];
        Resource = arguments[1];
        var descriptor = (StripeOperation)property.GetValue(null)!;
        Key = $"{descriptor.Method} {descriptor.RouteTemplate}";
        _method = Find(owner, $"Try{MethodName}Async");
        _all = s_lists.Where(verb => MethodName.StartsWith(verb, StringComparison.Ordinal))
            .Select(verb => Find(owner, $"{verb}All{MethodName[verb.Length..]}Async"))
            .FirstOrDefault();
    }

    public string Name { get; }

    /// <summary>The name of the method without <c>Async</c>.</summary>
    public string MethodName { get; }

    /// <summary>The HTTP method and the route.</summary>
    public string Key { get; }

    public Type Params { get; }

    public Type Resource { get; }

    public bool HasParams => Params != typeof(StripeNoParams);

    public bool CanBeCalled => _method is not null;

    /// <summary>Whether there is a method that follows the pages of the list.</summary>
    public bool FollowsPages => _all is not null;

    /// <summary>Calls the operation.</summary>
    /// <exception cref="CallException">The method threw an exception.</exception>
    public async Task<CallResult> CallAsync(IStripeClient client, IEnumerable<string> path, object? parameters)
    {
        try
        {
            var call = (Task)Invoke(_method!, client, path, parameters);
            await call;
            object result = call.GetType().GetProperty("Result")!.GetValue(call)!;
            return new CallResult(
                (StripeResource?)result.GetType().GetProperty("Value")!.GetValue(result),
                (StripeError?)result.GetType().GetProperty("Error")!.GetValue(result));
        }
        catch (Exception exception) when (exception is not CallException)
        {
            throw new CallException(exception);
        }
    }

    /// <summary>Returns the elements of all pages of the list.</summary>
    /// <exception cref="CallException">The method threw an exception.</exception>
    public async Task<IReadOnlyList<object>> CallAllAsync(IStripeClient client, IEnumerable<string> path, object? parameters)
    {
        try
        {
            // The elements are objects, so that the interface is that of objects too.
            var elements = (IAsyncEnumerable<object>)Invoke(_all!, client, path, parameters);
            List<object> read = [];
            await foreach (object element in elements)
            {
                read.Add(element);
            }

            return read;
        }
        catch (Exception exception) when (exception is not CallException)
        {
            throw new CallException(exception);
        }
    }

    private static MethodInfo? Find(Type owner, string name) => owner.GetMethod(name, BindingFlags.Public | BindingFlags.Static);

    private object Invoke(MethodInfo method, IStripeClient client, IEnumerable<string> path, object? parameters)
    {
        var segments = new Queue<string>(path);
        object?[] arguments =
            [.. method.GetParameters().Select(parameter => GetArgument(parameter.ParameterType, client, segments, parameters))];
        try
        {
            return method.Invoke(null, arguments)!;
        }
        catch (TargetInvocationException exception)
        {
            throw new CallException(exception.InnerException!);
        }
    }

    private object? GetArgument(Type type, IStripeClient client, Queue<string> path, object? parameters) =>
        type == typeof(IStripeClient) ? client
        : type == typeof(string) ? path.Dequeue()
        : type == Params ? parameters
        : type == typeof(CancellationToken) ? CancellationToken.None
        : null;
}

/// <summary>The result of a call.</summary>
internal sealed record CallResult(StripeResource? Resource, StripeError? Error);

/// <summary>A call threw an exception, which must not happen for any response.</summary>
internal sealed class CallException(Exception inner) : Exception($"{inner.GetType().Name}: {inner.Message}", inner);
