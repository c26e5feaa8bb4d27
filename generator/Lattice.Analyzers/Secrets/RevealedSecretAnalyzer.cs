using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Secrets;

/// <summary>LAT1004: the text of a secret gets to a log or another place that others can read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class RevealedSecretAnalyzer : StripeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.RevealedSecret);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        SecretBlocks.Register(context, types, includesUnrevealed: true, block =>
            new LeakSinks(block.OwningSymbol, new SecretReport(block.ReportDiagnostic)));
        context.RegisterSymbolAction(symbol => AnalyzeDisplay(symbol, types), SymbolKind.NamedType);
    }

    /// <summary>Checks <c>[DebuggerDisplay("{Url.Reveal()}")]</c>.</summary>
    private static void AnalyzeDisplay(SymbolAnalysisContext context, StripeTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (DebuggerText.FindRevealed(attribute, type, types) is { } secret
                && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } syntax)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.RevealedSecret, syntax.GetLocation(), LeakSinks.GetMessage(secret.Name, Sinks.Sink.DebuggerText)));
            }
        }
    }
}
