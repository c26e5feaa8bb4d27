using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Keys;

/// <summary>LAT1007: a secret key is written in the source code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class KeyInSourceAnalyzer : StripeAnalyzer
{
    /// <summary>The key of the prefix of the secret key, in the properties of a diagnostic whose location is the key and nothing else.</summary>
    internal const string Prefix = "Prefix";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.KeyInSource);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        bool isTest = TestProject.IsTestProject(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        context.RegisterOperationAction(operation => Analyze(operation, isTest), OperationKind.Literal, OperationKind.Utf8String);
    }

    private static void Analyze(OperationAnalysisContext context, bool isTest)
    {
        switch (context.Operation)
        {
            case IUtf8StringOperation utf8:
                Check(context, utf8, utf8.Value, isTest);
                break;
            case ILiteralOperation { ConstantValue.Value: string text } literal:
                if (ConstantText.GetWhole(literal) is var whole && ReferenceEquals(whole, literal))
                {
                    Check(context, literal, text, isTest);
                }
                else if (whole.ConstantValue.Value is string wholeText && ConstantText.IsFirstLiteral(literal, whole))
                {
                    Check(context, whole, wholeText, isTest);
                }

                break;
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string text, bool isTest)
    {
        if (SecretKeyText.Find(text, out bool isWhole) is { } kind
            && !(kind.IsForTests && isTest)
            && !ConstantText.GetNamed(value).Any(named => SecretKeyText.Find(named, out _) is not null))
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.KeyInSource,
                value.Syntax.GetLocation(),
                kind.IsForTests ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                additionalLocations: null,
                isWhole && value is not IUtf8StringOperation ? properties.Add(Prefix, kind.Prefix) : properties,
                kind.Name));
        }
    }
}
