using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Parameters;

/// <summary>
/// LAT1011: a deprecated parameter or value is used, and the slice names what replaces it. It takes the place of the compiler's warning,
/// which <see cref="ReplacedMemberSuppressor"/> suppresses, and is silent where that one is turned off.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ReplacedMemberAnalyzer : StripeAnalyzer
{
    /// <summary>The key of the successor in the properties of a diagnostic.</summary>
    internal const string Successor = "Successor";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.DeprecatedParameter);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        var schemas = new ParameterSchemas(types);
        context.RegisterOperationAction(
            operation => Analyze(operation, schemas), OperationKind.PropertyReference, OperationKind.FieldReference);
    }

    private static void Analyze(OperationAnalysisContext context, ParameterSchemas schemas)
    {
        if (ReplacedMember.Find(context.Operation, schemas) is { } replaced
            && !ReplacedMember.IsWithinObsolete(context.ContainingSymbol)
            && !CompilerWarnings.IsObsoleteDisabled(context.Operation, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.DeprecatedParameter,
                context.Operation.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(Successor, replaced.Successor),
                replaced.Member.Name,
                replaced.Successor));
        }
    }
}
