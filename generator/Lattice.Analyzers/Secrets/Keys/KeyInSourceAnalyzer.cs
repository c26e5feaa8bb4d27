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
    /// <summary>
    /// The key of the prefix of the secret key, in the properties of a diagnostic whose location is the key and nothing else.
    /// </summary>
    internal const string Prefix = "Prefix";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.KeyInSource);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        bool isTest = TestProject.IsTestProject(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        context.RegisterOperationAction(
            operation => Analyze(operation, isTest),
            OperationKind.Literal,
            OperationKind.Utf8String,
            OperationKind.LocalFunction,
            OperationKind.AnonymousFunction);
    }

    private static void Analyze(OperationAnalysisContext context, bool isTest)
    {
        switch (context.Operation)
        {
            case IUtf8StringOperation utf8:
                Check(context, utf8, utf8.Value, isTest);
                break;
            case ILocalFunctionOperation function:
                AnalyzeDefaults(context, function.Symbol, isTest);
                break;
            case IAnonymousFunctionOperation function:
                AnalyzeDefaults(context, function.Symbol, isTest);
                break;
            case ILiteralOperation { Parent: not IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue } } literal
                when literal.ConstantValue.Value is string text:
                IOperation whole = ConstantText.GetWhole(literal);
                if (ReferenceEquals(whole, literal))
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

    /// <summary>Checks the default values of a function within a method, which are no operations.</summary>
    private static void AnalyzeDefaults(OperationAnalysisContext context, IMethodSymbol function, bool isTest)
    {
        foreach (IParameterSymbol parameter in function.Parameters)
        {
            if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string text }
                && parameter.DeclaringSyntaxReferences is { Length: > 0 } declarations)
            {
                if (SecretKeyText.Find(text, out _) is { } kind)
                {
                    Report(context, declarations[0].GetSyntax(context.CancellationToken), kind, hasFix: false, isTest);
                }
            }
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string text, bool isTest)
    {
        if (SecretKeyText.Find(text, out bool isWhole) is { } kind
            && !ConstantText.GetNamed(value).Any(named => SecretKeyText.Find(named, out _) is not null)
            && !IsSeenTwice(value, context.ContainingSymbol))
        {
            Report(context, value.Syntax, kind, isWhole && value is not IUtf8StringOperation, isTest);
        }
    }

    /// <summary>
    /// Whether an attribute is one of the assembly, which the compiler shows a second time, as if it were one of the type of the top-level
    /// statements in the same file.
    /// </summary>
    private static bool IsSeenTwice(IOperation value, ISymbol containing)
    {
        if (containing.Name != WellKnownMemberNames.TopLevelStatementsEntryPointTypeName || containing is not INamedTypeSymbol)
        {
            return false;
        }

        IOperation root = value;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root is IAttributeOperation && containing.GetAttributes().All(attribute =>
            attribute.ApplicationSyntaxReference is not { } syntax || syntax.SyntaxTree != root.Syntax.SyntaxTree
                || syntax.Span != root.Syntax.Span);
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode node, SecretKeyKind kind, bool hasFix, bool isTest)
    {
        if (!kind.IsForTests || !isTest)
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.KeyInSource,
                node.GetLocation(),
                kind.IsForTests ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                additionalLocations: null,
                hasFix ? properties.Add(Prefix, kind.Prefix) : properties,
                kind.Name));
        }
    }
}
