using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Lattice.TestSupport.Documentation;

/// <summary>An example that was compiled and loaded, to run it.</summary>
public sealed class LoadedExample
{
    private LoadedExample(Assembly assembly) => Assembly = assembly;

    public Assembly Assembly { get; }

    /// <summary>Compiles and loads an example.</summary>
    /// <exception cref="InvalidOperationException">It does not compile; the message has the errors.</exception>
    public static LoadedExample Load(CodeExample example)
    {
        using var assembly = new MemoryStream();
        EmitResult result = example.Compile().Emit(assembly);
        return result.Success
            ? new LoadedExample(Assembly.Load(assembly.ToArray()))
            : throw new InvalidOperationException(
                string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>Sets a variable of the surroundings, if the example uses it.</summary>
    public LoadedExample With(string variable, object value)
    {
        Assembly.GetType(ExampleSurroundings.ClassName)!.GetField(variable)?.SetValue(null, value);
        return this;
    }

    /// <summary>Runs the program to its end, on a thread of its own, which a program that serves requests blocks.</summary>
    public Task RunAsync(params string[] args) => Task.Factory.StartNew(
        () => Invoke(Assembly.EntryPoint!, instance: null, [args]),
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Runs the tests in it.</summary>
    /// <returns>The number of tests that passed.</returns>
    public async Task<int> RunTestsAsync()
    {
        MethodInfo[] tests =
        [
            .. Assembly.GetTypes().SelectMany(type => type.GetMethods())
                .Where(method => method.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "FactAttribute")),
        ];
        foreach (MethodInfo test in tests)
        {
            await (Invoke(test, Activator.CreateInstance(test.DeclaringType!), []) as Task ?? Task.CompletedTask);
        }

        return tests.Length;
    }

    private static object? Invoke(MethodInfo method, object? instance, object?[] arguments)
    {
        try
        {
            return method.Invoke(instance, arguments);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }
}
