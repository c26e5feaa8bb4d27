using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Converts the value of a deprecated parameter to the type of its successor.</summary>
internal sealed class SuccessorValue(SemanticModel model, StripeTypes types)
{
    /// <returns><see langword="null"/> if the types do not fit.</returns>
    public ExpressionSyntax? Convert(ExpressionSyntax value, IPropertySymbol successor)
    {
        if (types.GetKnownValues(successor.Type) is { } values && model.GetConstantValue(value) is { HasValue: true, Value: string text })
        {
            // A value that the other enum does not have would be a new mistake.
            IFieldSymbol? constant = values.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => text.Equals(field.ConstantValue));
            return constant is null ? null : Name(values, constant, value);
        }

        return model.ClassifyConversion(value, successor.Type) is { Exists: true, IsImplicit: true } ? value : null;
    }

    private ExpressionSyntax Name(INamedTypeSymbol values, IFieldSymbol constant, ExpressionSyntax value)
    {
        string type = values.ToMinimalDisplayString(model, value.SpanStart);
        return SyntaxFactory.ParseExpression($"{type}.{constant.Name}")
            .WithTriviaFrom(value)
            .WithAdditionalAnnotations(Simplifier.Annotation);
    }
}
