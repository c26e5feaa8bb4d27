using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.CodeFixes.Keys;

/// <summary>The options of a call in the source, and how they get a key.</summary>
internal sealed class CallOptions
{
    private const string TypeName = "StripeRequestOptions";

    private readonly IParameterSymbol _parameter;
    private readonly ExpressionSyntax? _argument;

    private CallOptions(InvocationExpressionSyntax call, IParameterSymbol parameter, ExpressionSyntax? argument, SemanticModel model)
    {
        Call = call;
        Model = model;
        _parameter = parameter;
        _argument = argument;
        Creation = argument as BaseObjectCreationExpressionSyntax;
        if (argument is IdentifierNameSyntax && model.GetSymbolInfo(argument).Symbol is ILocalSymbol local)
        {
            Local = local;
            Creation = (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value
                as BaseObjectCreationExpressionSyntax;
        }
    }

    public InvocationExpressionSyntax Call { get; }

    public SemanticModel Model { get; }

    /// <summary>The variable with the options.</summary>
    public ILocalSymbol? Local { get; }

    /// <summary>The expression that creates the options; <see langword="null"/> if there are none, or if they come from elsewhere.</summary>
    public BaseObjectCreationExpressionSyntax? Creation { get; }

    /// <summary>Whether the call has no options at all.</summary>
    public bool AreMissing => _argument is null
        || _argument.IsKind(SyntaxKind.NullLiteralExpression)
        || _argument.IsKind(SyntaxKind.DefaultLiteralExpression);

    /// <summary>The key that the options are created with.</summary>
    public ExpressionSyntax? Key => Creation?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
        .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "IdempotencyKey" })?.Right;

    /// <returns><see langword="null"/> if the call has no parameter for options.</returns>
    public static CallOptions? Find(InvocationExpressionSyntax call, SemanticModel model)
    {
        IArgumentOperation? argument = (model.GetOperation(call) as IInvocationOperation)?.Arguments
            .FirstOrDefault(argument => argument.Parameter?.Type.Name == TypeName);
        if (argument is null)
        {
            return null;
        }

        bool isWritten = argument.ArgumentKind == ArgumentKind.Explicit;
        return new CallOptions(call, argument.Parameter!, isWritten ? ((ArgumentSyntax)argument.Syntax).Expression : null, model);
    }

    /// <summary>Adds new options with a key to a call that has none.</summary>
    public void Add(SyntaxEditor editor, string key)
    {
        ExpressionSyntax created = CreateOptions("", key);
        if (_argument is not null)
        {
            editor.ReplaceNode(_argument, created.WithTriviaFrom(_argument));
            return;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = Call.ArgumentList.Arguments;
        int positional = arguments.TakeWhile(argument => argument.NameColon is null).Count();
        bool isInPlace = positional == _parameter.Ordinal;
        ArgumentSyntax added = SyntaxFactory.Argument(created);
        added = isInPlace ? added : added.WithNameColon(SyntaxFactory.NameColon(_parameter.Name));
        ArgumentListSyntax list = Call.ArgumentList.WithArguments(arguments.Insert(isInPlace ? positional : arguments.Count, added));
        editor.ReplaceNode(Call.ArgumentList, list.NormalizeNewArgument(added));
    }

    /// <summary>Passes a copy of the options, with a key.</summary>
    public void Copy(SyntaxEditor editor, string key) =>
        editor.ReplaceNode(_argument!, CreateOptions(_argument!.WithoutTrivia().ToString(), key).WithTriviaFrom(_argument!));

    private static ExpressionSyntax CreateOptions(string copied, string key)
    {
        string arguments = copied.Length == 0 ? "" : $"({copied})";
        return SyntaxFactory.ParseExpression($"new global::Lattice.Stripe.{TypeName}{arguments} {{ IdempotencyKey = {key} }}").WithSimpleNames();
    }
}
