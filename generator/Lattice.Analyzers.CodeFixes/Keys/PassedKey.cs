using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.CodeFixes.Keys;

/// <summary>Passes the key of the error of the first attempt.</summary>
internal static class PassedKey
{
    private const string Title = "Pass the IdempotencyKey of the first attempt";
    private const string NewVariable = "exception";

    /// <param name="result">The variable with the result of the first attempt; <see langword="null"/> if it throws.</param>
    public static KeyChange? Create(CallOptions options, TextSpan repeated, string? result)
    {
        CatchClauseSyntax? clause = options.Call.Ancestors()
            .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<CatchClauseSyntax>().FirstOrDefault();
        if (clause is { Declaration: { } declaration } && repeated.Contains(clause.SpanStart))
        {
            return GetKeyPath(options.Model.GetTypeInfo(declaration.Type).Type) is { } path
                ? CreateForException(options, declaration, path)
                : null;
        }

        return result is null ? null : new KeyChange(Title, editor => Pass(options, editor, GetKeyOfResult(options.Call, result)));
    }

    private static KeyChange? CreateForException(CallOptions options, CatchDeclarationSyntax declaration, string path)
    {
        string name = declaration.Identifier.ValueText;
        if (name.Length > 0)
        {
            return new KeyChange(Title, editor => Pass(options, editor, name + path));
        }

        return !options.Model.LookupSymbols(options.Call.SpanStart, name: NewVariable).IsEmpty ? null : new KeyChange(Title, editor =>
        {
            editor.ReplaceNode(declaration, declaration
                .WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space))
                .WithIdentifier(SyntaxFactory.Identifier(NewVariable)));
            Pass(options, editor, NewVariable + path);
        });
    }

    private static void Pass(CallOptions options, SyntaxEditor editor, string key)
    {
        if (options.AreMissing)
        {
            options.Add(editor, key);
        }
        else if (options.Key is { } old && options.Local is null)
        {
            editor.ReplaceNode(old, SyntaxFactory.ParseExpression(key).WithTriviaFrom(old));
        }
        else if (options.Creation is { } creation && options.Local is null)
        {
            editor.ReplaceNode(creation, creation.AddProperty($"IdempotencyKey = {key}"));
        }
        else
        {
            options.Copy(editor, key);
        }
    }

    private static string? GetKeyPath(ITypeSymbol? exception)
    {
        for (ITypeSymbol? type = exception; type is not null; type = type.BaseType)
        {
            switch (type.Name)
            {
                case "StripeException":
                    return ".Error.IdempotencyKey";
                case "StripeCanceledException":
                    return ".IdempotencyKey";
            }
        }

        return null;
    }

    /// <summary>The key of a result. The compiler knows that there is an error only where the code asked.</summary>
    private static string GetKeyOfResult(InvocationExpressionSyntax call, string result)
    {
        bool isAsked = call.Ancestors().OfType<IfStatementSyntax>()
            .Any(statement => statement.Condition.ToString() is var condition
                && (condition.Contains($"{result}.IsSuccess") || condition.Contains($"{result}.Error")));
        return isAsked ? $"{result}.Error.IdempotencyKey" : $"{result}.Error?.IdempotencyKey";
    }
}
