using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Clients;

/// <summary>What becomes of a new client. A later value is stronger.</summary>
internal enum ClientLifetime
{
    /// <summary>It is used for calls of operations and is then gone.</summary>
    Used,

    /// <summary>It is passed to other code.</summary>
    Passed,

    /// <summary>It is returned to a caller, who may keep it.</summary>
    Returned,

    /// <summary>It is kept.</summary>
    Kept,
}

/// <summary>Finds what becomes of a new client.</summary>
internal sealed class ClientLifetimes(StripeTypes types, Locals locals)
{
    // A method with such a name keeps what it gets.
    private static readonly string[] s_keepers =
        ["Add", "Set", "Register", "Store", "Cache", "Put", "Push", "Enqueue", "Exchange", "Remember", "Insert", "Attach", "Keep"];

    private readonly List<IInvocationOperation> _calls = [];

    // Two variables can have the value of each other.
    private readonly HashSet<ILocalSymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>The calls to Stripe that the client is used for, as far as it was followed.</summary>
    public IReadOnlyList<IInvocationOperation> Calls => _calls;

    public ClientLifetime GetLifetime(IOperation client)
    {
        (IOperation whole, IOperation? parent) = client.GetWhole();
        switch (parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }:
                return GetLifetime(local);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } assignment
                when assignment.Value == whole:
                // The client is also the value of the assignment: `_client = client = new StripeClient(key)`.
                return locals.IsAssignedInFunction(local) ? ClientLifetime.Kept : Max(GetLifetime(local), GetLifetime(assignment));
            case IConditionalOperation or ICoalesceOperation:
                return GetLifetime(parent);
            case IReturnOperation:
                return ClientLifetime.Returned;
            case IArgumentOperation argument:
                return GetLifetime(argument);
            case IInvocationOperation call when call.Instance == whole:
                return AddCall(call);
            case IUsingOperation or IExpressionStatementOperation or IConditionalAccessOperation or IIsPatternOperation or IBinaryOperation:
                return ClientLifetime.Used;
            default:
                return ClientLifetime.Kept;
        }
    }

    private ClientLifetime GetLifetime(ILocalSymbol local)
    {
        if (!_followed.Add(local))
        {
            return ClientLifetime.Used;
        }

        // A lambda may live longer than the method.
        ClientLifetime lifetime = locals.IsCaptured(local) ? ClientLifetime.Passed : ClientLifetime.Used;
        foreach (IOperation read in locals.GetReads(local))
        {
            lifetime = Max(lifetime, GetLifetime(read));
        }

        return lifetime;
    }

    private ClientLifetime GetLifetime(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call when types.IsCall(call.TargetMethod) => AddCall(call),
        IInvocationOperation call when !s_keepers.Any(name => call.TargetMethod.Name.Contains(name)) => ClientLifetime.Passed,
        IObjectCreationOperation => ClientLifetime.Passed,
        _ => ClientLifetime.Kept,
    };

    private static ClientLifetime Max(ClientLifetime left, ClientLifetime right) => left > right ? left : right;

    private ClientLifetime AddCall(IInvocationOperation call)
    {
        if (types.IsCall(call.TargetMethod))
        {
            _calls.Add(call);
        }

        return ClientLifetime.Used;
    }
}
