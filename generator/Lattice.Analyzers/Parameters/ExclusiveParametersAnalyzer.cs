using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Parameters;

/// <summary>LAT1010: two parameters of which Stripe accepts only one are set on the same object.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ExclusiveParametersAnalyzer : StripeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ExclusiveParameters);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        var schemas = new ParameterSchemas(types);
        context.RegisterOperationAction(
            operation => Analyze(operation, (IObjectCreationOperation)operation.Operation, types, schemas), OperationKind.ObjectCreation);
    }

    private static void Analyze(
        OperationAnalysisContext context, IObjectCreationOperation creation, StripeTypes types, ParameterSchemas schemas)
    {
        if (!types.IsParams(creation.Type) || schemas.Get(creation.Type as INamedTypeSymbol) is not { Exclusive.Count: > 0 } schema)
        {
            return;
        }

        List<Assignment> initial = [.. creation.GetInitializers().OfType<ISimpleAssignmentOperation>()
            .Where(assignment => ParameterValue.IsSet(assignment.Value, types))
            .Select(Assignment.Create).OfType<Assignment>()];
        List<Assignment> later = GetLater(creation, types, schema);
        HashSet<string> reported = [];
        foreach (IReadOnlyList<string> group in schema.Exclusive)
        {
            List<Assignment> set = [.. initial.Concat(later).Where(assignment => group.Contains(assignment.Property))];
            foreach (Assignment second in set.Skip(1))
            {
                Assignment? first = set.FirstOrDefault(assignment => assignment.Property != second.Property
                    && ExecutionOrder.IsBefore(assignment.Operation, second.Operation)
                    && (initial.Contains(assignment) || ExecutionOrder.Dominates(assignment.Operation, second.Operation)));
                if (first is not null && reported.Add(second.Property))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rules.ExclusiveParameters, second.Operation.Target.Syntax.GetLocation(), second.Property, first.Property));
                }
            }
        }
    }

    /// <summary>
    /// The assignments after the initializer that certainly set a property of the object. There are none if their order is not known, or if
    /// other code has the object in between; and a property that may be unset again is left out.
    /// </summary>
    private static List<Assignment> GetLater(IObjectCreationOperation creation, StripeTypes types, ParameterSchema schema)
    {
        var flow = ObjectFlow.FromCreation(creation, types);
        if (flow.IsUnordered || flow.Writes.Count == 0)
        {
            return [];
        }

        HashSet<string> known = [.. flow.Writes.GroupBy(write => write.Property.Name)
            .Where(writes => writes.All(write => write.Value is not null && ParameterValue.IsSet(write.Value, types)))
            .Select(writes => writes.Key)];
        HashSet<string> unset = [.. flow.Writes.Select(write => write.Property.Name).Where(name => !known.Contains(name))];
        if (schema.Exclusive.Any(group => group.Any(unset.Contains)))
        {
            return [];
        }

        return [.. flow.Writes
            .Where(write => write.Holder.StillHasObjectAt(write.Operation)
                && !flow.Escapes.Any(escape => ExecutionOrder.IsBefore(escape, write.Operation)))
            .Select(write => write.Operation).OfType<ISimpleAssignmentOperation>()
            .Where(assignment => ExecutionOrder.IsBefore(creation, assignment))
            .Select(Assignment.Create).OfType<Assignment>()];
    }

    /// <summary>An assignment that sets a property of the object.</summary>
    private sealed record Assignment(string Property, ISimpleAssignmentOperation Operation)
    {
        public static Assignment? Create(ISimpleAssignmentOperation operation) =>
            operation.Target is IPropertyReferenceOperation { Property.Name: var name } ? new Assignment(name, operation) : null;
    }
}
