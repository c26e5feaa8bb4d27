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
            OperationKind.CaseClause,
            OperationKind.Invocation);

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
            case IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } } call:
                CheckEquals(context, call, types);
                break;
        }
    }

    /// <summary>Checks <c>text.Equals(…)</c> and <c>string.Equals(text, …)</c>.</summary>
    private static void CheckEquals(OperationAnalysisContext context, IInvocationOperation call, StripeTypes types)
    {
        IOperation[] texts =
        [
            .. call.Arguments.Select(argument => argument.Value)
                .Where(value => value.Type?.TypeKind != TypeKind.Enum)
                .Select(Unwrapping.Unwrap),
        ];
        (IOperation? left, IOperation? right) = call.Instance is { } instance
            ? (instance, texts.FirstOrDefault())
            : (texts.FirstOrDefault(), texts.Skip(1).FirstOrDefault());
        bool ignoresCase = call.Arguments.Any(argument => argument.Value is IFieldReferenceOperation { Field.Name: var name }
            && name.EndsWith("IgnoreCase", StringComparison.Ordinal));
        if (left is not null && right is not null)
        {
            Check(context, right, GetValuesOfText(left, types), ignoresCase);
            Check(context, left, GetValuesOfText(right, types), ignoresCase);
        }
    }

    /// <summary>The known values of the enum whose <c>Value</c> or <c>ToString()</c> an expression reads.</summary>
    private static INamedTypeSymbol? GetValuesOfText(IOperation? text, StripeTypes types) => text?.Unwrap() switch
    {
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } => types.GetKnownValues(instance.Type),
        IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance: { } instance } =>
            types.GetKnownValues(instance.Type),
        IConditionalAccessOperation access => GetValuesOfText(access.WhenNotNull, types),
        _ => null,
    };

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

    private static void Check(
        OperationAnalysisContext context, IOperation value, INamedTypeSymbol? values, bool ignoresCase = false)
    {
        if (values is not null)
        {
            foreach (IOperation possible in PossibleValues.Of(value))
            {
                // An empty text means that there is no value.
                if (possible.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text })
                {
                    StringComparison comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
                    Check(context, possible, text, values, comparison);
                }
            }
        }
    }

    private static void Check(
        OperationAnalysisContext context, IOperation value, string text, INamedTypeSymbol values, StringComparison comparison)
    {
        IFieldSymbol[] known = [.. values.GetMembers().OfType<IFieldSymbol>().Where(field => field.ConstantValue is string)];
        if (known.Length == 0 || known.Any(field => text.Equals((string)field.ConstantValue!, comparison)))
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
