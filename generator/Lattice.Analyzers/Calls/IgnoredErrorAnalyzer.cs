using System.Collections.Immutable;
using Lattice.Analyzers.Calls.Results;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls;

/// <summary>LAT1006: the error of a result is never looked at, or its value is used although the call may have failed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class IgnoredErrorAnalyzer : StripeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.IgnoredError);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        // A test fails anyway if there is no value, and many look at the requests instead of the results.
        if (types.Result is not null && !TestProject.IsTestProject(context.Compilation, context.Options.AnalyzerConfigOptionsProvider))
        {
            context.RegisterOperationBlockStartAction(block => new Method(types).Register(block));
        }
    }

    /// <summary>Looks at one method, if it uses results at all.</summary>
    private sealed class Method(StripeTypes types)
    {
        private volatile bool _hasResults;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(
                operation => _hasResults |= UsesResult(operation.Operation),
                OperationKind.Invocation,
                OperationKind.PropertyReference);
            context.RegisterOperationBlockEndAction(block =>
            {
                if (_hasResults)
                {
                    Analyze(block);
                }
            });
        }

        private bool UsesResult(IOperation operation) => operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Value" } property } => types.IsResult(property.ContainingType),
            IInvocationOperation { TargetMethod: { } method } => types.ReturnsResult(method) && types.IsCall(method),
            _ => false,
        };

        private void Analyze(OperationBlockAnalysisContext context)
        {
            var sources = new ResultSources(types, Locals.Of(context.OperationBlocks));
            HashSet<Location> reported = [];
            bool usesValues = false;
            foreach (IOperation operation in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()))
            {
                usesValues |= operation is IPropertyReferenceOperation && UsesResult(operation);
                if (operation is IExpressionStatementOperation statement)
                {
                    foreach (IInvocationOperation call in DiscardedResults.Find(statement, sources))
                    {
                        ReportResult(call);
                    }
                }
            }

            new UncheckedResults(sources, ReportResult, ReportValue).Find(context.OperationBlocks);
            foreach (IOperation block in usesValues ? context.OperationBlocks : ImmutableArray<IOperation>.Empty)
            {
                var conditions = new Conditions(new Variables(sources));
                var transfer = new Transfer(conditions, new ResultCalls(conditions, context.OperationBlocks));
                ControlFlowGraph graph = context.GetControlFlowGraph(block);
                new ValueUses(transfer, ReportValue).Find(graph, context.OwningSymbol as IMethodSymbol);
            }

            void ReportResult(IOperation call)
            {
                IMethodSymbol method = ((IInvocationOperation)call).TargetMethod;
                string throwing = StripeCalls.GetOperation(method) + "Async";
                Report(
                    call,
                    method.Name.StartsWith("Try", StringComparison.Ordinal)
                        ? $"{method.Name} returns an error instead of throwing it, and this result is never checked; check IsSuccess, or call {throwing}"
                        : $"{method.Name} returns an error instead of throwing it, and this result is never checked; check IsSuccess");
            }

            void ReportValue(IOperation value) => Report(
                value,
                $"'{(value is IPropertyReferenceOperation ? "Value" : value.Syntax.ToString())}' is null if the call failed; "
                    + "check IsSuccess first, or call GetValueOrThrow, which throws the error");

            void Report(IOperation operation, string message)
            {
                Location location = operation.Syntax.GetLocation();
                if (reported.Add(location))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rules.IgnoredError, location, message));
                }
            }
        }
    }
}
