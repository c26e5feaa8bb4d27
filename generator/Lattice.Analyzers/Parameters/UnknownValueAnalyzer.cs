using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Lattice.Spec.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Parameters;

/// <summary>LAT1002: a constant string is used as a value of an open enum that does not have it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class UnknownValueAnalyzer : StripeAnalyzer
{
    /// <summary>The key of the constant that was meant, in the properties of a diagnostic: its documentation comment ID.</summary>
    internal const string Constant = "Constant";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UnknownValue);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, types),
            OperationKind.Conversion,
            OperationKind.ObjectCreation,
            OperationKind.Binary,
            OperationKind.ConstantPattern,
            OperationKind.CaseClause);

    private static void Analyze(OperationAnalysisContext context, StripeTypes types)
    {
        switch (context.Operation)
        {
            case IConversionOperation { OperatorMethod: not null } conversion:
                Check(context, conversion.Operand, types.GetKnownValues(conversion.Type));
                break;
            case IObjectCreationOperation { Arguments.Length: 1 } creation:
                Check(context, creation.Arguments[0].Value, types.GetKnownValues(creation.Type));
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                Check(context, comparison.RightOperand, GetValuesOfText(comparison.LeftOperand, types));
                Check(context, comparison.LeftOperand, GetValuesOfText(comparison.RightOperand, types));
                break;
            case IConstantPatternOperation pattern:
                Check(context, pattern.Value, GetValuesOfText(GetInput(pattern), types));
                break;
            case ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation statement } clause:
                Check(context, clause.Value, GetValuesOfText(statement.Value, types));
                break;
        }
    }

    /// <summary>The known values of the enum whose <c>Value</c> an expression reads.</summary>
    private static INamedTypeSymbol? GetValuesOfText(IOperation? text, StripeTypes types) =>
        text is IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } ? types.GetKnownValues(instance.Type) : null;

    /// <summary>What a pattern is compared with; that is the same within <c>and</c>, <c>or</c>, and <c>not</c>.</summary>
    private static IOperation? GetInput(IOperation pattern)
    {
        IOperation? parent = pattern.Parent;
        while (parent is IBinaryPatternOperation or INegatedPatternOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IIsPatternOperation test => test.Value,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation expression } => expression.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation statement } => statement.Value,
            IPropertySubpatternOperation subpattern => subpattern.Member,
            _ => null,
        };
    }

    private static void Check(OperationAnalysisContext context, IOperation value, INamedTypeSymbol? values)
    {
        if (values is not null)
        {
            foreach (IOperation possible in PossibleValues.Of(value))
            {
                if (possible.ConstantValue is { HasValue: true, Value: string text })
                {
                    Check(context, possible, text, values);
                }
            }
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string text, INamedTypeSymbol values)
    {
        IFieldSymbol[] known = [.. values.GetMembers().OfType<IFieldSymbol>().Where(field => field.ConstantValue is string)];
        if (known.Length == 0 || known.Any(field => text.Equals(field.ConstantValue)))
        {
            return;
        }

        // A value that is similar to none may be newer than the SDK.
        string? similar = Suggestions.FindSimilar(known.Select(field => (string)field.ConstantValue!), text);
        IFieldSymbol? meant = similar is null ? null : known.First(field => similar.Equals(field.ConstantValue));
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.UnknownValue,
            value.Syntax.GetLocation(),
            meant is null ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty.Add(Constant, meant?.GetDocumentationCommentId()),
            text,
            values.Name,
            meant is null ? ". A newer version of Stripe may have it." : $". Did you mean {values.Name}.{meant.Name}?"));
    }
}
