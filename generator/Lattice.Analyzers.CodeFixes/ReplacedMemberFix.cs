using System.Collections.Immutable;
using System.Composition;
using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Parameters;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Moves the value of a deprecated parameter to its successor, and replaces a deprecated value, where the types fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReplacedMemberFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.DeprecatedParameter.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixes.Provider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || StripeTypes.Find(model.Compilation) is not { } types)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties[ReplacedMemberAnalyzer.Successor] is { } successor
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax member
                && Replace(root, member, successor, model, types) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use {successor}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                        equivalenceKey: nameof(ReplacedMemberFix)),
                    diagnostic);
            }
        }
    }

    private static SyntaxNode? Replace(
        SyntaxNode root, ExpressionSyntax member, string successor, SemanticModel model, StripeTypes types) =>
        model.GetSymbolInfo(member).Symbol switch
        {
            IFieldSymbol => root.ReplaceNode(member, WithName(member, successor)),
            IPropertySymbol property when member.Parent is AssignmentExpressionSyntax assignment && assignment.Left == member =>
                SuccessorPath.Find(property.ContainingType, successor) is { } path
                    && new SuccessorValue(model, types).Convert(assignment.Right, path.Last()) is { } value
                        ? Move(root, assignment, path, value)
                        : null,
            _ => null,
        };

    private static SyntaxNode? Move(
        SyntaxNode root, AssignmentExpressionSyntax assignment, ImmutableArray<IPropertySymbol> path, ExpressionSyntax value)
    {
        string first = path[0].Name;
        if (path.Length == 1)
        {
            return root.ReplaceNode(assignment, AlignedNames.Rename(assignment, WithName(assignment.Left, first)).WithRight(value));
        }

        if (assignment.Parent is InitializerExpressionSyntax initializer && FindAssignment(initializer, first) is { } existing)
        {
            return Merge(root, assignment, initializer, existing, path, value);
        }

        // The parameter may have been set elsewhere in the method.
        return assignment.Left is MemberAccessExpressionSyntax access && IsMentioned(access, first)
            ? null
            : root.ReplaceNode(assignment, AlignedNames.Rename(assignment, WithName(assignment.Left, first))
                .WithRight(Nest(path, value).WithTriviaFrom(assignment.Right)));
    }

    /// <summary>Adds the value to the object that the initializer assigns to the successor already.</summary>
    private static SyntaxNode? Merge(
        SyntaxNode root,
        AssignmentExpressionSyntax assignment,
        InitializerExpressionSyntax initializer,
        AssignmentExpressionSyntax existing,
        ImmutableArray<IPropertySymbol> path,
        ExpressionSyntax value)
    {
        if (path.Length != 2 || existing.Right is not BaseObjectCreationExpressionSyntax { Initializer: { } inner }
            || FindAssignment(inner, path[1].Name) is not null)
        {
            return null;
        }

        InitializerExpressionSyntax added = inner.WithExpressions(inner.Expressions.Add(Assign(path[1].Name, value)));
        if (inner.Expressions.LastOrDefault() is { } last)
        {
            // What follows the last member, such as the space before the brace, follows the new one.
            added = inner.WithExpressions(inner.Expressions
                .Replace(last, last.WithoutTrailingTrivia())
                .Add(Assign(path[1].Name, value).WithTrailingTrivia(last.GetTrailingTrivia())));
        }

        InitializerExpressionSyntax merged = initializer.ReplaceNode(inner, added);
        int index = initializer.Expressions.IndexOf(assignment);
        SeparatedSyntaxList<ExpressionSyntax> rest = merged.Expressions.RemoveAt(index);
        return root.ReplaceNode(initializer, merged.WithExpressions(index < rest.Count
            ? rest
            : rest.Replace(rest.Last(), rest.Last().WithTrailingTrivia(assignment.GetTrailingTrivia()))));
    }

    private static ExpressionSyntax Nest(ImmutableArray<IPropertySymbol> path, ExpressionSyntax value)
    {
        string text = string.Concat(path.Skip(1).Select(property => $"new() {{ {property.Name} = ")) + value.WithoutTrivia()
            + string.Concat(Enumerable.Repeat(" }", path.Length - 1));
        return SyntaxFactory.ParseExpression(text);
    }

    private static ExpressionSyntax Assign(string name, ExpressionSyntax value) => SyntaxFactory.ParseExpression($"{name} = {value.WithoutTrivia()}");

    private static AssignmentExpressionSyntax? FindAssignment(InitializerExpressionSyntax initializer, string name) =>
        initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(candidate => candidate.Left is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);

    /// <summary>Whether a property of the same object, or of one that is created, is mentioned.</summary>
    private static bool IsMentioned(MemberAccessExpressionSyntax assigned, string name)
    {
        SyntaxNode scope = assigned.FirstAncestorOrSelf<MemberDeclarationSyntax>(ancestor => ancestor is not GlobalStatementSyntax)
            ?? assigned.SyntaxTree.GetRoot();
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name
            && (identifier.Parent is not MemberAccessExpressionSyntax access || access.Name != identifier
                || access.Expression.IsEquivalentTo(assigned.Expression, topLevel: false)));
    }

    private static ExpressionSyntax WithName(ExpressionSyntax member, string name)
    {
        SyntaxToken token = SyntaxFactory.Identifier(name);
        return member switch
        {
            MemberAccessExpressionSyntax access => access.WithName(SyntaxFactory.IdentifierName(token).WithTriviaFrom(access.Name)),
            _ => SyntaxFactory.IdentifierName(token).WithTriviaFrom(member),
        };
    }
}
