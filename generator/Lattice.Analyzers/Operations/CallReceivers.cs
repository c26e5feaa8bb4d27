using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>
/// What a method is called on. The first argument of an extension method is its receiver, which C# and Visual Basic represent differently.
/// </summary>
internal static class CallReceivers
{
    /// <summary>The object that a method is called on; <see langword="null"/> for a static one that extends nothing.</summary>
    public static IOperation? GetReceiver(this IInvocationOperation call) => call.Instance
        ?? (call.TargetMethod.IsExtensionMethod ? GetFirst(call)?.Value : null);

    /// <summary>The arguments without the receiver.</summary>
    public static IEnumerable<IArgumentOperation> GetOtherArguments(this IInvocationOperation call) =>
        call.Instance is null && call.TargetMethod.IsExtensionMethod
            ? call.Arguments.Where(argument => argument.Parameter?.Ordinal != 0)
            : call.Arguments;

    /// <summary>An expression without parentheses and built-in conversions.</summary>
    public static IOperation SkipConversions(this IOperation operation)
    {
        IOperation current = operation;
        while (true)
        {
            switch (current)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    current = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    current = parenthesized.Operand;
                    break;
                default:
                    return current;
            }
        }
    }

    // Arguments are in the order in which they are evaluated.
    private static IArgumentOperation? GetFirst(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0);
}
