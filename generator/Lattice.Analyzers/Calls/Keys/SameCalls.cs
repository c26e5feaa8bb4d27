using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Finds out whether two calls ask Stripe for the same: if they do not, they are not attempts of one.</summary>
internal sealed class SameCalls
{
    private const int MaxDepth = 8;

    // A method with such a name returns something else each time.
    private static readonly string[] s_readers = ["Read", "Dequeue", "TryDequeue", "Pop", "Take", "Next", "Receive", "Prompt", "Ask", "New"];

    private readonly StripeTypes _types;
    private readonly Locals _locals;
    private readonly List<(ISymbol Variable, TextSpan Place, bool IsAssignment)> _changes = [];

    /// <param name="blocks">The blocks of the method.</param>
    public SameCalls(StripeTypes types, Locals locals, ImmutableArray<IOperation> blocks)
    {
        _types = types;
        _locals = locals;
        foreach (IOperation operation in blocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            AddChange(operation);
        }
    }

    /// <summary>Whether two calls have the same arguments, apart from the options.</summary>
    public bool HaveSameArguments(IInvocationOperation first, IInvocationOperation second)
    {
        if (SymbolEqualityComparer.Default.Equals(first.TargetMethod.ContainingType, second.TargetMethod.ContainingType)
            && StripeCalls.GetOperation(first.TargetMethod) == StripeCalls.GetOperation(second.TargetMethod)
            && AreEquivalent(first.Instance, second.Instance))
        {
            IOperation[] values = [.. GetValues(first)];
            IOperation[] others = [.. GetValues(second)];
            return values.Length == others.Length && values.Zip(others, AreEquivalent).All(areEquivalent => areEquivalent);
        }

        return false;
    }

    /// <summary>Whether the arguments of a call may differ from one time to the next.</summary>
    /// <param name="repeated">The part of the source that is carried out in between.</param>
    public bool Varies(IInvocationOperation call, TextSpan repeated) => GetValues(call).Any(value => Varies(value, repeated, MaxDepth));

    /// <summary>The parameters of the method around a call that the arguments of the call depend on.</summary>
    public IEnumerable<IParameterSymbol> GetParameters(IInvocationOperation call) =>
        GetValues(call).SelectMany(value => GetParameters(value, MaxDepth)).Distinct<IParameterSymbol>(SymbolEqualityComparer.Default);

    /// <summary>Whether a variable gets another value, or its object another content, in a part of the source.</summary>
    public bool IsChanged(ISymbol variable, TextSpan repeated) =>
        _changes.Any(change => repeated.Contains(change.Place) && SymbolEqualityComparer.Default.Equals(change.Variable, variable));

    private IEnumerable<IParameterSymbol> GetParameters(IOperation value, int depth) =>
        value.DescendantsAndSelf().SelectMany(part => part switch
        {
            IParameterReferenceOperation parameter => [parameter.Parameter],
            ILocalReferenceOperation local when depth > 0 && _locals.GetValues(local.Local) is { } values =>
                values.SelectMany(assigned => GetParameters(assigned, depth - 1)),
            _ => Enumerable.Empty<IParameterSymbol>(),
        });

    private bool Varies(IOperation value, TextSpan repeated, int depth) => value.DescendantsAndSelf().Any(part => part switch
    {
        ILocalReferenceOperation local => VariesVariable(local.Local, repeated, depth),
        IParameterReferenceOperation parameter => VariesVariable(parameter.Parameter, repeated, depth),
        IMemberReferenceOperation member => IsOfMethod(member) && IsChanged(member.Member, repeated),
        IInvocationOperation call => s_readers.Any(name => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal)),
        IIncrementOrDecrementOperation => true,
        _ => false,
    });

    private bool VariesVariable(ISymbol variable, TextSpan repeated, int depth)
    {
        (ISymbol, TextSpan Place, bool IsAssignment)[] changes =
            [.. _changes.Where(change =>
                repeated.Contains(change.Place) && SymbolEqualityComparer.Default.Equals(change.Variable, variable))];
        return changes.Length > 0
            && (depth == 0 || changes.Length > 1 || !changes[0].IsAssignment || variable is IParameterSymbol
                || _locals.GetValue(variable) is not { } value || Varies(value, repeated, depth - 1));
    }

    /// <summary>What a call asks for: its arguments without the options and the token.</summary>
    private IEnumerable<IOperation> GetValues(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter
            && !StripeTypes.AreSame(parameter.Type, _types.RequestOptions) && parameter.Type.Name != "CancellationToken")
        .OrderBy(argument => argument.Parameter!.Ordinal)
        .Select(argument => argument.Value);

    private static bool AreEquivalent(IOperation? left, IOperation? right) =>
        left is null || right is null ? left == right : left.Syntax.IsEquivalentTo(right.Syntax, topLevel: false);

    private void AddChange(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: { } local } declarator:
                Add(local, declarator, isAssignment: declarator.Parent is not IForEachLoopOperation);
                break;
            case ISimpleAssignmentOperation { Target: { } target }:
                AddTarget(target, isAssignment: target is ILocalReferenceOperation or IParameterReferenceOperation);
                break;
            case IAssignmentOperation { Target: { } target }:
                AddTarget(target, isAssignment: false);
                break;
            case IIncrementOrDecrementOperation { Target: { } target }:
                AddTarget(target, isAssignment: false);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: { } target }:
                AddTarget(target, isAssignment: false);
                break;
            case IInvocationOperation { Instance: { } instance } when GetRoot(instance) is { } root && _types.IsParams(GetType(root)):
                Add(root, operation, isAssignment: false);
                break;
        }
    }

    private void AddTarget(IOperation target, bool isAssignment)
    {
        foreach (IOperation part in target is ITupleOperation or IDeclarationExpressionOperation ? target.DescendantsAndSelf() : [target])
        {
            if (GetRoot(part) is { } root)
            {
                Add(root, part, isAssignment);
            }

            if (part is IMemberReferenceOperation member && IsOfMethod(member))
            {
                Add(member.Member, part, isAssignment: false);
            }
        }
    }

    /// <summary>Whether a member is one of the object around the method, or static.</summary>
    private static bool IsOfMethod(IMemberReferenceOperation member) =>
        member.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary>The variable whose object an expression is a part of.</summary>
    private static ISymbol? GetRoot(IOperation expression) => expression.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Instance: { } instance } and not IMemberReferenceOperation { Instance: IInstanceReferenceOperation } =>
            GetRoot(instance),
        _ => null,
    };

    private static ITypeSymbol? GetType(ISymbol variable) => (variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type;

    private void Add(ISymbol variable, IOperation place, bool isAssignment) => _changes.Add((variable, place.Syntax.Span, isAssignment));
}
