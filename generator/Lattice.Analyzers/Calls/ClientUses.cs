using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls;

/// <summary>What a method does with a client that it creates.</summary>
internal static class ClientUses
{
    /// <summary>
    /// Whether the client may be used again: it is returned, stored, or handed to other code, or nothing is called with it here.
    /// </summary>
    /// <param name="isHandler">Whether handing it to other code does not keep it, because the code ends with the request.</param>
    public static bool IsKept(IObjectCreationOperation creation, StripeTypes types, bool isHandler)
    {
        IOperation value = SkipConversions(creation);
        if (value.Parent is IArgumentOperation argument)
        {
            return !IsCall(argument, types) && !isHandler;
        }

        ILocalSymbol? local = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IVariableInitializerOperation { Parent: IVariableDeclarationOperation { Declarators: { Length: 1 } only } } => only[0].Symbol,
            _ => null,
        };
        if (local is null)
        {
            return true;
        }

        bool isCalled = false;
        foreach (IOperation reference in LocalUses.Of(creation).GetReferences(local))
        {
            IOperation use = SkipConversions(reference);
            switch (use.Parent)
            {
                case IArgumentOperation passed when IsCall(passed, types):
                    isCalled = true;
                    break;
                case IArgumentOperation when isHandler:
                    isCalled = true;
                    break;
                case IInvocationOperation { TargetMethod.Name: "Dispose" } disposal when disposal.Instance == use:
                case IPropertyReferenceOperation:
                case IUsingOperation:
                    break;
                default:
                    return true;
            }
        }

        return !isCalled;
    }

    private static bool IsCall(IArgumentOperation argument, StripeTypes types) =>
        argument.Parent is IInvocationOperation call && types.IsOperation(call.TargetMethod);

    private static IOperation SkipConversions(IOperation value)
    {
        IOperation current = value;
        while (current.Parent is IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return current;
    }
}
