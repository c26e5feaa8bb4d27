using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Conformance.Generation;

/// <summary>Writes consumer code that uses every public member of every emitted type.</summary>
internal static class ConsumerWriter
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Write(CSharpCompilation compilation)
    {
        var text = new StringBuilder(
            """
            using System.Threading.Tasks;

            namespace Lattice.Conformance.Consumer;

            internal static class EveryMember
            {
                // A consumer may still use deprecated members.
            #pragma warning disable CS0618

            """);
        int number = 0;
        foreach (INamedTypeSymbol type in FindTypes(compilation))
        {
            WriteType(text, type, ++number);
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<INamedTypeSymbol> FindTypes(CSharpCompilation compilation) =>
        from tree in compilation.SyntaxTrees
        from declaration in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        let type = compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration)
        where type is { DeclaredAccessibility: Accessibility.Public } and ({ IsAbstract: false } or { IsStatic: true })
        select type;

    private static void WriteType(StringBuilder text, INamedTypeSymbol type, int number)
    {
        string name = type.ToDisplayString(s_format);
        ISymbol[] members = [.. type.GetMembers()
            .Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })];
        string parameters = type.IsStatic ? "" : $"{name} x, {name} y";
        text.Append($"\n    internal static void Use{number}({parameters})\n    {{\n");
        foreach (string statement in members.SelectMany(member => Use(member, name)))
        {
            text.Append("        ").Append(statement).Append('\n');
        }

        string[] initializers = [.. members.OfType<IPropertySymbol>()
            .Where(IsInitializable)
            .Select(property => $"{Escape(property.Name)} = x.{Escape(property.Name)},")];
        if (initializers.Length > 0 && type.InstanceConstructors.Any(IsPublicDefaultConstructor))
        {
            text.Append($"        _ = new {name}\n        {{\n            {string.Join("\n            ", initializers)}\n        }};\n");
        }

        text.Append("    }\n");
        WriteCalls(text, members.OfType<IMethodSymbol>().Where(IsCall), name, number);
    }

    private static void WriteCalls(StringBuilder text, IEnumerable<IMethodSymbol> calls, string type, int number)
    {
        int call = 0;
        foreach (IMethodSymbol method in calls)
        {
            // Once with the required arguments, and once with all.
            IEnumerable<IParameterSymbol> required = method.Parameters.Where(parameter => !parameter.IsOptional);
            foreach (IEnumerable<IParameterSymbol> passed in (IEnumerable<IParameterSymbol>[])[required, method.Parameters])
            {
                string parameters = string.Join(
                    ", ", passed.Select(parameter => $"{parameter.Type.ToDisplayString(s_format)} {Escape(parameter.Name)}"));
                string arguments = string.Join(", ", passed.Select(parameter => Escape(parameter.Name)));
                string invocation = $"{type}.{method.Name}({arguments}).ConfigureAwait(false)";
                string use = method.ReturnType.Name == "IAsyncEnumerable"
                    ? $"await foreach (var element in {invocation}) {{ _ = element; }}"
                    : $"_ = await {invocation};";
                text.Append(
                    $$"""

                        internal static async Task Call{{number}}Number{{++call}}({{parameters}})
                        {
                            {{use}}
                        }

                    """);
            }
        }
    }

    private static IEnumerable<string> Use(ISymbol member, string type) => member switch
    {
        IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property =>
            [$"_ = {(property.IsStatic ? type : "x")}.{Escape(property.Name)};"],
        IFieldSymbol field => [$"_ = {(field.IsStatic ? type : "x")}.{Escape(field.Name)};"],
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => [$"_ = new {type}({Defaults(constructor)});"],
        IMethodSymbol { MethodKind: MethodKind.Conversion } conversion =>
            [$"_ = ({conversion.ReturnType.ToDisplayString(s_format)}){Default(conversion.Parameters[0])};"],
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator, Name: "op_Equality" } => ["_ = x == y;"],
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator, Name: "op_Inequality" } => ["_ = x != y;"],
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method when !IsCall(method) =>
            [$"{(method.ReturnsVoid ? "" : "_ = ")}{(method.IsStatic ? type : "x")}.{Escape(method.Name)}({Defaults(method)});"],
        _ => [],
    };

    private static bool IsCall(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: true } && method.Name.EndsWith("Async", StringComparison.Ordinal);

    private static bool IsPublicDefaultConstructor(IMethodSymbol constructor) =>
        constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true };

    private static bool IsInitializable(IPropertySymbol property) => property is
    {
        IsStatic: false,
        IsIndexer: false,
        SetMethod.DeclaredAccessibility: Accessibility.Public,
        GetMethod.DeclaredAccessibility: Accessibility.Public,
    };

    private static string Defaults(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(Default));

    private static string Default(IParameterSymbol parameter) => $"default({parameter.Type.ToDisplayString(s_format)})!";

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
