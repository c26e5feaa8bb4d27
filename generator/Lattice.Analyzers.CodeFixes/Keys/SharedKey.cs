using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.CodeFixes.Keys;

/// <summary>Makes one key for all attempts, before the first one.</summary>
internal static class SharedKey
{
    private const string Variable = "idempotencyKey";
    private const string NewKey = "global::System.Guid.NewGuid().ToString()";

    /// <param name="repeated">The part of the source that is repeated: the inside of a loop, or the function that a pipeline gets.</param>
    public static KeyChange? Create(CallOptions options, TextSpan repeated, bool isLoop)
    {
        string title = isLoop ? "Make one IdempotencyKey before the loop" : "Make one IdempotencyKey for all attempts";
        BaseObjectCreationExpressionSyntax? creation = options.Creation;
        if (creation is not null && !repeated.Contains(creation.Span))
        {
            // The options are shared already, so their key is, too.
            return options.Key is not null ? null : new KeyChange(title, editor =>
                editor.ReplaceNode(creation, creation.AddProperty($"IdempotencyKey = {NewKey}")));
        }

        if (FindStatement(options.Call, repeated, isLoop) is not { } statement || (creation is null && !options.AreMissing))
        {
            return null;
        }

        if (options.Key is { } old && !IsGenerated(old))
        {
            return null;
        }

        string name = GetName(options.Model, statement);
        return new KeyChange(title, editor =>
        {
            string value = options.Key?.WithoutTrivia().ToString() ?? NewKey;
            if (options.Key is { } key)
            {
                editor.ReplaceNode(key, SyntaxFactory.IdentifierName(name).WithTriviaFrom(key));
            }
            else if (creation is not null)
            {
                editor.ReplaceNode(creation, creation.AddProperty($"IdempotencyKey = {name}"));
            }
            else
            {
                options.Add(editor, name);
            }

            Declare(editor, statement, $"string {name} = {value};");
        });
    }

    /// <summary>The statement to declare the key before.</summary>
    private static StatementSyntax? FindStatement(InvocationExpressionSyntax call, TextSpan repeated, bool isLoop)
    {
        if (!isLoop && call.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().First().Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            return null;
        }

        StatementSyntax? statement = call.Ancestors().OfType<StatementSyntax>().FirstOrDefault(statement =>
            statement.Span.Contains(repeated)
                && (isLoop ? statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    : statement.SpanStart < repeated.Start));
        return statement?.Parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax ? statement : null;
    }

    /// <summary>Whether a key is made without anything of the loop.</summary>
    private static bool IsGenerated(ExpressionSyntax key) =>
        key.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name =>
            name.Identifier.ValueText is "Guid" or "System" or "NewGuid" or "CreateVersion7" or "ToString");

    private static string GetName(SemanticModel model, StatementSyntax statement)
    {
        // A name that is declared anywhere in the member could be in conflict with the new one.
        SyntaxNode member = statement.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            ?? statement.SyntaxTree.GetRoot();
        HashSet<string> used =
        [
            .. member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText),
        ];
        used.UnionWith(model.LookupSymbols(statement.SpanStart).Select(symbol => symbol.Name));
        string name = Variable;
        for (int number = 2; used.Contains(name); number++)
        {
            name = Variable + number;
        }

        return name;
    }

    private static void Declare(SyntaxEditor editor, StatementSyntax statement, string declaration)
    {
        SyntaxTriviaList leading = statement.GetLeadingTrivia();
        var blankLines = leading.TakeWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        var indentation = leading.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1);
        StatementSyntax added = SyntaxFactory.ParseStatement(declaration)
            .WithLeadingTrivia(blankLines.Concat(indentation))
            .WithTrailingTrivia(editor.OriginalRoot.GetEndOfLine())
            .WithSimpleNames()
            .WithAdditionalAnnotations(Formatter.Annotation);
        SyntaxNode place = statement.Parent is GlobalStatementSyntax global ? global : statement;
        editor.InsertBefore(place, place == statement ? added : SyntaxFactory.GlobalStatement(added));
        if (blankLines.Count > 0)
        {
            editor.ReplaceNode(place, (node, _) => node.WithLeadingTrivia(node.GetLeadingTrivia().Skip(blankLines.Count)));
        }
    }
}
