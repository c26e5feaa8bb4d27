using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Conformance.Generation;

/// <summary>An emitted operation in the sources.</summary>
/// <param name="Key">The HTTP method and the route, such as <c>POST /v1/accounts</c>.</param>
/// <param name="Name">The full name of the class, and the name of the method without <c>Async</c>.</param>
internal sealed record EmittedOperation(string Key, string Name);

/// <summary>Finds the emitted operations in the sources, even if these do not compile.</summary>
internal static class EmittedOperations
{
    private const string Suffix = "Operation";

    public static IReadOnlyList<EmittedOperation> Find(IEnumerable<SyntaxTree> sources) =>
    [
        .. from source in sources
           from property in source.GetRoot().DescendantNodes(IsOutsideMembers).OfType<PropertyDeclarationSyntax>()
           where property.Identifier.Text.EndsWith(Suffix, StringComparison.Ordinal)
               && property.Modifiers.Any(SyntaxKind.StaticKeyword) && property.Initializer is not null
           let arguments = property.Initializer!.Value.ChildNodes().OfType<ArgumentListSyntax>().SelectMany(list => list.Arguments)
           let route = arguments.Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string)
               .FirstOrDefault(text => text?.StartsWith('/') == true)
           where route is not null
           select new EmittedOperation($"{GetMethod(arguments)} {route}", $"{GetClass(property)}.{property.Identifier.Text[..^Suffix.Length]}"),
    ];

    private static bool IsOutsideMembers(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    /// <summary>Such as POST for an argument <c>global::System.Net.Http.HttpMethod.Post</c>.</summary>
    private static string GetMethod(IEnumerable<ArgumentSyntax> arguments) =>
        arguments.Select(argument => argument.Expression).OfType<MemberAccessExpressionSyntax>()
            .Where(member => member.Expression.ToString().EndsWith("HttpMethod", StringComparison.Ordinal))
            .Select(member => member.Name.Identifier.Text.ToUpperInvariant())
            .FirstOrDefault("");

    private static string GetClass(PropertyDeclarationSyntax property) => string.Join('.', property.Ancestors().Reverse().Select(owner => owner switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        TypeDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    }).Where(name => name is not null));
}
