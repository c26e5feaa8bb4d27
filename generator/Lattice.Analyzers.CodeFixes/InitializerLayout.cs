using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Adds members to object initializers, in the layout that they have.</summary>
/// <param name="NewLine">The line ends of the file.</param>
/// <param name="Indentation">The white space before the line where the object is created.</param>
internal sealed record InitializerLayout(string NewLine, string Indentation)
{
    /// <summary>The layout at a position of a file.</summary>
    public static InitializerLayout At(SourceText text, int position)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        string start = line.ToString();
        string lineEnd = text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak));
        return new InitializerLayout(
            lineEnd.Length > 0 ? lineEnd : "\n", start.Substring(0, start.Length - start.TrimStart().Length));
    }

    /// <summary>Sets members of a new object. Those that it has get the value.</summary>
    public BaseObjectCreationExpressionSyntax Set(
        BaseObjectCreationExpressionSyntax creation, IReadOnlyList<(string Name, string Value)> members)
    {
        List<(string Name, string Value)> added = [];
        foreach ((string name, string value) in members)
        {
            if (FindMember(creation, name) is { } existing)
            {
                creation = creation.ReplaceNode(
                    existing.Right, SyntaxFactory.ParseExpression(value).WithTriviaFrom(existing.Right));
            }
            else
            {
                added.Add((name, value));
            }
        }

        return added.Count == 0 ? creation
            : creation.Initializer is { Expressions.Count: > 0 } initializer ? creation.WithInitializer(Add(initializer, added))
            : Create(creation, added);
    }

    /// <summary>An initializer with members, in one line or in several.</summary>
    public string Write(IReadOnlyList<(string Name, string Value)> members, bool isMultiline)
    {
        if (!isMultiline)
        {
            return $" {{ {string.Join(", ", members.Select(member => $"{member.Name} = {member.Value}"))} }}";
        }

        string indentation = Indentation + (Indentation.Contains('\t') ? "\t" : "    ");
        string lines = string.Concat(members.Select(member => $"{indentation}{member.Name} = {member.Value},{NewLine}"));
        return $"{NewLine}{Indentation}{{{NewLine}{lines}{Indentation}}}";
    }

    /// <summary>The member of an initializer with a name.</summary>
    public static AssignmentExpressionSyntax? FindMember(BaseObjectCreationExpressionSyntax creation, string name) =>
        creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(member => member.Left is IdentifierNameSyntax { Identifier.ValueText: var text } && text == name);

    private BaseObjectCreationExpressionSyntax Create(
        BaseObjectCreationExpressionSyntax creation, List<(string Name, string Value)> members)
    {
        SyntaxTriviaList end = creation.GetTrailingTrivia();
        bool isMultiline = members.Count > 1 || creation.Initializer?.ToString().Contains('\n') == true;
        if (creation is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } arguments } && !HasComment(arguments))
        {
            creation = creation.WithArgumentList(null);
        }

        InitializerExpressionSyntax initializer = Parse(Write(members, isMultiline));
        return creation.Initializer is { } empty && HasComment(empty)
            ? creation.WithInitializer(Fill(empty, initializer.Expressions, isMultiline))
            : creation.WithInitializer(null).WithTrailingTrivia().WithInitializer(initializer.WithTrailingTrivia(end));
    }

    /// <summary>Adds members after the comments of an initializer without members, but before what may be compiled or not.</summary>
    private static InitializerExpressionSyntax Fill(
        InitializerExpressionSyntax empty, SeparatedSyntaxList<ExpressionSyntax> members, bool isMultiline)
    {
        SyntaxToken brace = empty.CloseBraceToken;
        if (!isMultiline)
        {
            members = members.Replace(members[0], members[0].WithLeadingTrivia(brace.LeadingTrivia));
            brace = brace.WithLeadingTrivia();
        }
        else if (!empty.ContainsDirectives)
        {
            SyntaxTriviaList comments = TrimEnd(brace.LeadingTrivia);
            brace = brace.WithLeadingTrivia(GetEnd(brace.LeadingTrivia));
            members = members.Replace(members[0], members[0].WithLeadingTrivia(comments.AddRange(members[0].GetLeadingTrivia())));
        }

        return empty.WithExpressions(members).WithCloseBraceToken(brace);
    }

    private InitializerExpressionSyntax Add(InitializerExpressionSyntax initializer, List<(string Name, string Value)> members)
    {
        SeparatedSyntaxList<ExpressionSyntax> existing = initializer.Expressions;
        bool hasTrailingComma = existing.SeparatorCount == existing.Count;
        ExpressionSyntax last = existing[existing.Count - 1];
        bool isMultiline = initializer.CloseBraceToken.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        SyntaxTriviaList indentation = SyntaxFactory.TriviaList(
            isMultiline ? existing[0].GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1) : []);
        int width = AlignedNames.GetWidth(initializer);
        IEnumerable<ExpressionSyntax> nodes = members.Select(member => SyntaxFactory
            .ParseExpression($"{member.Name.PadRight(width)} = {member.Value}").WithLeadingTrivia(indentation));
        SyntaxTrivia lineEnd = SyntaxFactory.EndOfLine(NewLine);
        SyntaxToken comma = Comma(isMultiline ? lineEnd : SyntaxFactory.Space);

        List<SyntaxNodeOrToken> list = [.. existing.GetWithSeparators()];
        if (initializer.ContainsDirectives)
        {
            // Before everything, because what follows may be compiled or not.
            list.InsertRange(0, nodes.SelectMany(node => new SyntaxNodeOrToken[] { node, comma }));
            return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(list));
        }

        SyntaxTriviaList end = last.GetTrailingTrivia();
        if (!hasTrailingComma)
        {
            SyntaxTriviaList inner = isMultiline ? default : TrimEnd(end);
            list[list.Count - 1] = last.WithTrailingTrivia(inner);
            list.Add(isMultiline ? Comma([.. end]) : comma);
        }

        foreach (ExpressionSyntax node in nodes)
        {
            list.Add(node);
            list.Add(comma);
        }

        if (!hasTrailingComma)
        {
            list.RemoveAt(list.Count - 1);
            list[list.Count - 1] = ((ExpressionSyntax)list[list.Count - 1]!).WithTrailingTrivia(isMultiline ? [lineEnd] : GetEnd(end));
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(list));
    }

    private static InitializerExpressionSyntax Parse(string initializer)
    {
        var creation = (BaseObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression("new()" + initializer);
        // What precedes the brace belongs to the parenthesis when it is parsed.
        return creation.Initializer!.WithLeadingTrivia(
            creation.ArgumentList!.GetTrailingTrivia().AddRange(creation.Initializer!.GetLeadingTrivia()));
    }

    /// <summary>A comma. A token without trivia of its own would be formatted, with what is around it.</summary>
    public static SyntaxToken Comma(params SyntaxTrivia[] end) =>
        SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(end));

    private static SyntaxTriviaList TrimEnd(SyntaxTriviaList trivia) => SyntaxFactory.TriviaList(
        Enumerable.Reverse(trivia).SkipWhile(part => part.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());

    private static IEnumerable<SyntaxTrivia> GetEnd(SyntaxTriviaList trivia) => trivia.Skip(TrimEnd(trivia).Count);

    private static bool HasComment(SyntaxNode node) => node.DescendantTrivia().Any(trivia =>
        !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
