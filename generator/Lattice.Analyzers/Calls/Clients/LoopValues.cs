using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Calls.Clients;

/// <summary>Finds out whether a client is a different one in each round of a loop, such as one for each tenant.</summary>
internal sealed class LoopValues(Locals locals)
{
    private const int MaxDepth = 8;

    /// <param name="loop">The loop, or the lambda that is called for each element.</param>
    public bool DependsOn(IObjectCreationOperation client, IOperation loop) =>
        client.ChildOperations.Any(part => DependsOn(part, loop.Syntax.Span, MaxDepth));

    private bool DependsOn(IOperation value, TextSpan loop, int depth) => value.DescendantsAndSelf().Any(part => part switch
    {
        ILocalReferenceOperation local => DependsOn(local.Local, loop, depth),
        IParameterReferenceOperation parameter => IsWithin(parameter.Parameter, loop),

        // Such as `keys.Dequeue()`; what gets arguments depends on them.
        IInvocationOperation { Arguments.IsEmpty: true, Instance: not null } => true,
        _ => false,
    });

    private bool DependsOn(ILocalSymbol local, TextSpan loop, int depth)
    {
        bool isSet = IsWithin(local, loop) || locals.GetWrites(local).Any(write => loop.Contains(write.Syntax.Span));
        return isSet && (depth == 0 || locals.GetValues(local) is not { Count: 1 } values || DependsOn(values[0], loop, depth - 1));
    }

    private static bool IsWithin(ISymbol variable, TextSpan loop) =>
        variable.DeclaringSyntaxReferences.Any(declaration => loop.Contains(declaration.Span));
}
