using System.Collections.Immutable;
using Lattice.Analyzers.Calls.Keys;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Calls;

/// <summary>LAT1008: all calls have one idempotency key, or a call that is repeated has a new one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class IdempotencyKeyAnalyzer : StripeAnalyzer
{
    /// <summary>The key of how a call is repeated, in the properties of a diagnostic.</summary>
    internal const string Repetition = "Repetition";

    /// <summary>The key of the local variable with the result of the first attempt.</summary>
    internal const string Result = "Result";

    private static readonly string[] s_reading = ["Retrieve", "List", "Search"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.IdempotencyKey);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        // In a test each call is the only one, and a stand-in answers it.
        if (types.RequestOptions is not null
            && !TestProject.IsTestProject(context.Compilation, context.Options.AnalyzerConfigOptionsProvider))
        {
            context.RegisterOperationAction(operation => CheckConstant(operation, types), OperationKind.SimpleAssignment);
            context.RegisterOperationBlockStartAction(block => RegisterRepetitions(block, types));
        }
    }

    private static void CheckConstant(OperationAnalysisContext context, StripeTypes types)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "IdempotencyKey" } property
            && StripeTypes.AreSame(property.Property.ContainingType, types.RequestOptions)
            && ConstantKeys.IsConstant(assignment.Value) && !IsForReading(assignment, types))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.IdempotencyKey,
                assignment.Value.Syntax.GetLocation(),
                "This key is the same for each call, so Stripe carries out only the first and returns its response to the others; "
                    + "use a key that identifies the operation, such as one with the id of an order"));
        }
    }

    /// <summary>Whether options are those of a call that only reads, which is sent without a key.</summary>
    private static bool IsForReading(IOperation assignment, StripeTypes types) =>
        assignment.Parent?.Parent is IObjectCreationOperation options
            && options.GetWhole().Parent is IArgumentOperation { Parent: IInvocationOperation call }
            && types.IsCall(call.TargetMethod)
            && s_reading.Any(verb => StripeCalls.GetOperation(call.TargetMethod).StartsWith(verb, StringComparison.Ordinal));

    private static void RegisterRepetitions(OperationBlockStartAnalysisContext context, StripeTypes types)
    {
        var calls = new CallFlag();
        context.RegisterOperationAction(
            operation => calls.IsSet |= types.IsCreate((IInvocationOperation)operation.Operation), OperationKind.Invocation);
        context.RegisterOperationBlockEndAction(block =>
        {
            if (calls.IsSet)
            {
                HashSet<SyntaxNode> reported = [];
                new RepeatedCreates(types, block.OperationBlocks, Report).Find(
                    block.GetControlFlowGraph, block.OwningSymbol as IMethodSymbol);

                void Report(Repetition repetition, IInvocationOperation first, IInvocationOperation second, TextSpan repeated)
                {
                    if (reported.Add(second.Syntax))
                    {
                        block.ReportDiagnostic(Create(repetition, first, second, repeated));
                    }
                }
            }
        });
    }

    private static Diagnostic Create(Repetition repetition, IInvocationOperation first, IInvocationOperation second, TextSpan repeated)
    {
        string call = $"{first.TargetMethod.ContainingType.Name}.{first.TargetMethod.Name}";
        string advice = repetition switch
        {
            Keys.Repetition.Again => $"This repeats {call} without the key of the first attempt, which Stripe may have carried out; pass the IdempotencyKey of its error",
            Keys.Repetition.Loop => $"The loop repeats {call} with another key, although Stripe may have carried out an earlier attempt; make one IdempotencyKey before the loop",
            Keys.Repetition.Recursion => $"This calls {second.TargetMethod.Name} again, which repeats {call} without the key of the first attempt, which Stripe may have carried out; {AdviseToPassKey(second.TargetMethod)}",
            _ => $"The pipeline may repeat {call} with another key, although Stripe carried out an earlier attempt; make one IdempotencyKey outside",
        };
        string? result = first.GetWhole().Parent is IAwaitOperation wait ? GetVariable(wait) : null;
        return Diagnostic.Create(
            Rules.IdempotencyKey,
            second.Syntax.GetLocation(),
            [Location.Create(second.Syntax.SyntaxTree, repeated)],
            ImmutableDictionary<string, string?>.Empty.Add(Repetition, repetition.ToString()).Add(Result, result),
            advice + ", so that nothing happens twice");
    }

    private static string AdviseToPassKey(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(CanHaveKey) is { } parameter
            ? $"pass the IdempotencyKey of the error in the parameter '{parameter.Name}'"
            : $"give {method.Name} a parameter for the IdempotencyKey of the error";

    private static bool CanHaveKey(IParameterSymbol parameter) => parameter.Type.Name == "StripeRequestOptions"
        || (parameter.Type.SpecialType == SpecialType.System_String && parameter.Name.EndsWith("key", StringComparison.OrdinalIgnoreCase));

    /// <summary>The local variable that gets a result.</summary>
    private static string? GetVariable(IOperation value) => value.GetWhole().Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local.Name,
        _ => null,
    };

    private sealed class CallFlag
    {
        public bool IsSet { get; set; }
    }
}
