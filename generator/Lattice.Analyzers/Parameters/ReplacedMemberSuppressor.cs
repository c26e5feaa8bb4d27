using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Parameters;

/// <summary>Suppresses the compiler's warning where LAT1011 reports the same use, with its successor.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ReplacedMemberSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_csharp = Create(LanguageNames.CSharp);
    private static readonly SuppressionDescriptor s_visualBasic = Create(LanguageNames.VisualBasic);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(s_csharp, s_visualBasic);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        // Without the rule, the compiler's warning is the only one.
        if (StripeTypes.Find(context.Compilation) is not { } types
            || context.Compilation.Options.SpecificDiagnosticOptions.TryGetValue(Rules.DeprecatedParameter.Id, out ReportDiagnostic option)
                && option == ReportDiagnostic.Suppress)
        {
            return;
        }

        var schemas = new ParameterSchemas(types);
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree && !IsRuleOff(tree, context))
            {
                SyntaxNode node = tree.GetRoot(context.CancellationToken)
                    .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
                IOperation? operation = context.GetSemanticModel(tree).GetOperation(node, context.CancellationToken);
                if (ReplacedMember.Find(operation, schemas) is not null)
                {
                    context.ReportSuppression(Suppression.Create(
                        diagnostic.Id == s_csharp.SuppressedDiagnosticId ? s_csharp : s_visualBasic, diagnostic));
                }
            }
        }
    }

    private static bool IsRuleOff(SyntaxTree tree, SuppressionAnalysisContext context) =>
        context.Compilation.Options.SyntaxTreeOptionsProvider is { } provider
        && provider.TryGetDiagnosticValue(tree, Rules.DeprecatedParameter.Id, context.CancellationToken, out ReportDiagnostic value)
        && value == ReportDiagnostic.Suppress;

    private static SuppressionDescriptor Create(string language)
    {
        string id = CompilerWarnings.GetObsoleteId(language);
        return new SuppressionDescriptor($"LAT1011{id}", id, "LAT1011 reports it, with what replaces it");
    }
}
