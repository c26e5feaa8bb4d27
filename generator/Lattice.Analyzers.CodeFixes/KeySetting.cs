using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>A setting that has a secret key: one of the configuration, or an environment variable.</summary>
internal sealed class KeySetting
{
    private const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";

    private KeySetting(string name, string expression, string source) => (Name, Expression, Source) = (name, expression, source);

    /// <summary>The name of the setting.</summary>
    public string Name { get; }

    /// <summary>The expression that reads it.</summary>
    public string Expression { get; }

    /// <summary>What it reads, for the title of a fix.</summary>
    public string Source { get; }

    /// <summary>The settings that code at a position can read, the best first. They have the names that this SDK documents.</summary>
    public static IEnumerable<KeySetting> FindAll(SemanticModel model, int position, bool isWebhook, CancellationToken cancellationToken)
    {
        string setting = isWebhook ? "Stripe:WebhookSecret" : "Stripe:ApiKey";
        foreach (string configuration in FindConfigurations(model, position, cancellationToken))
        {
            yield return new KeySetting(setting, $"{configuration}[\"{setting}\"]", $"{configuration}[\"{setting}\"]");
        }

        string variable = isWebhook ? "STRIPE_WEBHOOK_SECRET" : "STRIPE_API_KEY";
        yield return new KeySetting(
            variable, $"global::System.Environment.GetEnvironmentVariable(\"{variable}\")", $"the environment variable {variable}");
    }

    public static string GetThrow(string name) => $"throw new global::System.InvalidOperationException(\"{name} is not set.\")";

    /// <summary>The name of the setting or variable that an expression reads.</summary>
    public static string? FindName(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } =>
            model.GetConstantValue(arguments[0].Expression).Value as string,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call
            when call.Expression.ToString().EndsWith("GetEnvironmentVariable", StringComparison.Ordinal) =>
                model.GetConstantValue(arguments[0].Expression).Value as string,
        _ => null,
    };

    /// <summary>Whether what gets the value of an expression may be null.</summary>
    public static bool AllowsNull(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        IOperation? parent = model.GetOperation(expression, cancellationToken)?.Parent;
        while (parent is IConversionOperation conversion)
        {
            if (conversion.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            {
                return true;
            }

            parent = conversion.OperatorMethod is null ? conversion.Parent : null;
        }

        return parent switch
        {
            IArgumentOperation argument => argument.Parameter?.NullableAnnotation == NullableAnnotation.Annotated,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } =>
                target.Property.NullableAnnotation == NullableAnnotation.Annotated,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } =>
                target.Field.NullableAnnotation == NullableAnnotation.Annotated,
            IPropertyInitializerOperation initializer => initializer.InitializedProperties.All(IsAnnotated),
            IFieldInitializerOperation initializer => initializer.InitializedFields.All(IsAnnotated),
            _ => false,
        };
    }

    private static bool IsAnnotated(IPropertySymbol property) => property.NullableAnnotation == NullableAnnotation.Annotated;

    private static bool IsAnnotated(IFieldSymbol field) => field.NullableAnnotation == NullableAnnotation.Annotated;

    /// <summary>The configurations in scope, and those of a builder or an app in scope; variables before members.</summary>
    private static IEnumerable<string> FindConfigurations(SemanticModel model, int position, CancellationToken cancellationToken)
    {
        if (model.Compilation.GetTypeByMetadataName(Configuration) is null)
        {
            yield break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        ISymbol[] symbols =
        [
            .. model.LookupSymbols(position).Where(symbol => !symbol.IsImplicitlyDeclared && GetType(symbol) is not null)
                .OrderBy(symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1),
        ];
        foreach (ISymbol symbol in symbols.Where(symbol => IsConfiguration(GetType(symbol))))
        {
            yield return GetName(symbol);
        }

        foreach (ISymbol symbol in symbols)
        {
            if (FindProperty(GetType(symbol)) is { } property)
            {
                yield return $"{GetName(symbol)}.{property.Name}";
            }
        }
    }

    private static ITypeSymbol? GetType(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>A section is no configuration whose settings have the names that this SDK documents.</summary>
    private static bool IsConfiguration(ITypeSymbol? type) => type.Is(Configuration) && !type.Is(Configuration + "Section");

    private static ISymbol? FindProperty(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("Configuration").FirstOrDefault(member => member is IPropertySymbol
                {
                    IsStatic: false, DeclaredAccessibility: Accessibility.Public,
                } property && IsConfiguration(property.Type)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string GetName(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;
}
