using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Parameters;

/// <summary>LAT1010: two parameters are set of which Stripe accepts only one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ExclusiveParametersAnalyzer : StripeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ExclusiveParameters);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        var schemas = new ParameterSchemas(types);
        context.RegisterOperationAction(operation => Analyze(operation, types, schemas), OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationAnalysisContext context, StripeTypes types, ParameterSchemas schemas)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { } type } property } target
            || !types.IsParams(type)
            || schemas.Get(type) is not { Exclusive.Count: > 0 } schema)
        {
            return;
        }

        HashSet<string> excluded = [.. schema.GetExcludedBy(property.Name)];
        if (excluded.Count > 0
            && ParameterValue.IsSet(assignment.Value, types)
            && FindSetBefore(assignment, target, excluded, types) is { } other)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.ExclusiveParameters, target.Syntax.GetLocation(), property.Name, other));
        }
    }

    /// <summary>One of the properties that is certainly set on the same object when an assignment runs.</summary>
    private static string? FindSetBefore(
        ISimpleAssignmentOperation assignment, IPropertyReferenceOperation target, HashSet<string> properties, StripeTypes types)
    {
        if (assignment.Parent is IObjectOrCollectionInitializerOperation initializer)
        {
            return FindInitialized(initializer.Initializers.TakeWhile(member => member != assignment), properties, types);
        }

        if (AccessPath.Of(target.Instance) is not { } path)
        {
            return null;
        }

        var flow = ObjectFlow.FromVariable(assignment, path, types);
        return flow.IsUnordered || IsChangedToNull(flow, assignment, target.Property, properties, types)
            ? null
            : FindAssigned(flow, assignment, properties, types) ?? FindInitialized(flow, assignment, path, properties, types);
    }

    /// <summary>Whether one of the properties may be set to null, so that only one is left, before a call sends both.</summary>
    private static bool IsChangedToNull(
        ObjectFlow flow, IOperation assignment, IPropertySymbol property, HashSet<string> properties, StripeTypes types) =>
        flow.Writes.Any(write =>
            (write.Property.Name == property.Name || properties.Contains(write.Property.Name))
            && (write.Value is null || !ParameterValue.IsSet(write.Value, types))
            && !flow.Calls.Any(call => IsInOrder(assignment, call, write.Operation)));

    private static bool IsInOrder(IOperation first, IOperation second, IOperation third) =>
        ExecutionOrder.IsBefore(first, second) && ExecutionOrder.IsBefore(second, third)
            && !ExecutionOrder.AreExclusive(first, second) && !ExecutionOrder.AreExclusive(second, third);

    private static string? FindAssigned(ObjectFlow flow, IOperation assignment, HashSet<string> properties, StripeTypes types) =>
        flow.Writes
            .Where(write => properties.Contains(write.Property.Name)
                && ParameterValue.IsSet(write.Value!, types)
                && ExecutionOrder.Dominates(write.Operation, assignment)
                && IsUnchanged(flow, write.Operation, assignment))
            .Select(write => write.Property.Name)
            .FirstOrDefault();

    /// <summary>One of the properties that the initializer of the object in the variable sets.</summary>
    private static string? FindInitialized(
        ObjectFlow flow, IOperation assignment, AccessPath path, HashSet<string> properties, StripeTypes types)
    {
        IOperation? store = flow.Replacements
            .Append(Locals.Of(assignment).GetDeclarator(path.Variable)?.GetVariableInitializer())
            .OfType<IOperation>()
            .Where(candidate => ExecutionOrder.Dominates(candidate, assignment) && IsUnchanged(flow, candidate, assignment))
            .FirstOrDefault();
        IOperation? value = store switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } replacement =>
                replacement.Value,
            IVariableInitializerOperation initializer => initializer.Value,
            _ => null,
        };
        foreach (IPropertySymbol? property in path.Properties)
        {
            value = Unwrap(value)?.GetInitializers().OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(member => member.Target is IPropertyReferenceOperation { Property: var initialized }
                    && SymbolEqualityComparer.Default.Equals(initialized, property))?.Value;
        }

        return FindInitialized(Unwrap(value)?.GetInitializers() ?? Enumerable.Empty<IOperation>(), properties, types);
    }

    private static IObjectCreationOperation? Unwrap(IOperation? value) =>
        value is null ? null : ParameterValue.WithoutConversions(value) as IObjectCreationOperation;

    private static string? FindInitialized(IEnumerable<IOperation> members, HashSet<string> properties, StripeTypes types) => members
        .OfType<ISimpleAssignmentOperation>()
        .Where(member => member.Target is IPropertyReferenceOperation { Property.Name: var name }
            && properties.Contains(name)
            && ParameterValue.IsSet(member.Value, types))
        .Select(member => ((IPropertyReferenceOperation)member.Target).Property.Name)
        .FirstOrDefault();

    /// <summary>Whether no other code gets the object between two operations, and the variable keeps it.</summary>
    private static bool IsUnchanged(ObjectFlow flow, IOperation first, IOperation second) =>
        !flow.Escapes.Concat(flow.Replacements).Any(change =>
            change != first && ExecutionOrder.IsBefore(first, change) && ExecutionOrder.IsBeforeEndOf(change, second));
}
