using System.Reflection;
using Lattice.Stripe;

namespace Lattice.Conformance.Calls;

/// <summary>An emitted operation. It is called as a user calls it, through the static method of its class.</summary>
internal sealed class GeneratedOperation
{
    private readonly MethodInfo? _method;

    public GeneratedOperation(PropertyInfo property)
    {
        Name = $"{property.DeclaringType!.FullName}.{property.Name}";
        Type operation = property.PropertyType;
        Type[] arguments = operation.GetGenericArguments();
        Params = arguments[0];
        Resource = arguments[1];
        Route = (string)operation.GetProperty("RouteTemplate")!.GetValue(property.GetValue(null))!;
        _method = property.DeclaringType.GetMethod(
            $"Try{property.Name[..^"Operation".Length]}Async", BindingFlags.Public | BindingFlags.Static);
    }

    public string Name { get; }

    public string Route { get; }

    public Type Params { get; }

    public Type Resource { get; }

    public bool HasParams => Params != typeof(StripeNoParams);

    public bool CanBeCalled => _method is not null;

    /// <summary>Calls the operation.</summary>
    /// <exception cref="CallException">The method threw an exception.</exception>
    public async Task<CallResult> CallAsync(IStripeClient client, IEnumerable<string> path, object? parameters)
    {
        var segments = new Queue<string>(path);
        try
        {
            object?[] arguments =
                [.. _method!.GetParameters().Select(parameter => GetArgument(parameter.ParameterType, client, segments, parameters))];
            var call = (Task)_method.Invoke(null, arguments)!;
            await call;
            object result = call.GetType().GetProperty("Result")!.GetValue(call)!;
            return new CallResult(
                (StripeResource?)result.GetType().GetProperty("Value")!.GetValue(result),
                (StripeError?)result.GetType().GetProperty("Error")!.GetValue(result));
        }
        catch (TargetInvocationException exception)
        {
            throw new CallException(exception.InnerException!);
        }
        catch (Exception exception) when (exception is not CallException)
        {
            throw new CallException(exception);
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
