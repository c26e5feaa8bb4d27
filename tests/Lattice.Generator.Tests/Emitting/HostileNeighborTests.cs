using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>The types, namespaces and aliases of a project do not change what a name in generated code means.</summary>
public class HostileNeighborTests
{
    private const string Inner = "Shop.StripeApi";

    private static readonly Dictionary<string, string> s_slices = ShapeFolders.Names.ToDictionary(name => name, ShapeFolders.ReadSlice);

    // The words that a project may well use for its own types.
    private static readonly string[] s_words =
    [
        "Task", "List", "Uri", "File", "Type", "Version", "Action", "Index", "Range", "Path", "Timer", "Object", "String", "Attribute",
        "Exception", "Enum", "Func",
    ];

    private static readonly string[] s_namespaces = ["System", "Lattice", "Stripe", "Text", "Collections", "Serialization", "Json"];

    // What generated code names, in any of the slices.
    private static readonly Lazy<string[]> s_used = new(() =>
    [
        .. s_slices.Values.Append(TwelveOperations.Slice).SelectMany(FindForeignTypes)
            .Concat(s_words)
            .SelectMany(name => name.EndsWith("Attribute", StringComparison.Ordinal) ? [name, name[..^"Attribute".Length]] : new[] { name })
            .Where(name => name.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ]);

    /// <summary>The shapes, and <see langword="null"/> for operations of the slice of this repository.</summary>
    public static TheoryData<string?> Shapes => [.. s_slices.Keys, null];

    [Fact]
    public void The_names_that_generated_code_uses_are_found() => Assert.Superset(
        new HashSet<string>
        {
            "DateTimeOffset", "CancellationToken", "IReadOnlyList", "JsonElement", "JsonNode", "HttpMethod", "StripeResource",
            "StripeObject", "Expandable", "SecretString", "StripeEnum", "FormParams", "Task", "Uri", "GeneratedCode", "StripeOperation",
        },
        s_used.Value.ToHashSet());

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_namespace_around_the_generated_one_can_have_types_with_all_names_that_generated_code_uses(string? shape) =>
        AssertCompiles(shape, Inner, Declare("Shop", s_used.Value));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_global_namespace_can_have_types_with_all_names_that_generated_code_uses(string? shape) =>
        AssertCompiles(shape, Inner, Declare(null, s_used.Value));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_generated_namespace_can_have_types_of_the_project_with_common_names(string? shape) =>
        AssertCompiles(shape, "Shop", Declare("Shop", s_words) + Declare(null, s_used.Value));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Aliases_of_the_project_do_not_apply_to_generated_code(string? shape) => AssertCompiles(
        shape,
        Inner,
        string.Concat(s_used.Value.Select(name => $"global using {name} = global::Shop.Nothing;\n")) + Declare("Shop", ["Nothing"]));

    [Theory]
    [InlineData("Shop")]
    [InlineData("Shop.StripeApi")]
    [InlineData("Shop.StripeApi.V2")]
    public void Namespaces_of_the_project_can_have_the_names_of_those_that_generated_code_uses(string outer)
    {
        string namespaces = string.Concat(s_namespaces.Select(name => $"namespace {outer}.{name} {{ internal class Nothing; }}\n"));

        AssertCompiles(null, Inner, namespaces);
    }

    private static void AssertCompiles(string? shape, string rootNamespace, string project)
    {
        string slice = shape is null ? TwelveOperations.Slice : s_slices[shape];
        var harness = new GeneratorHarness(slice, rootNamespace);

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile(project));
    }

    /// <summary>Declares each name as a type without and with type parameters.</summary>
    private static string Declare(string? @namespace, IEnumerable<string> names)
    {
        string types = string.Concat(names.Select(name => $"internal class {name}; internal class {name}<A>; internal class {name}<A, B>;\n"));
        return @namespace is null ? types : $"namespace {@namespace} {{\n{types}}}\n";
    }

    /// <summary>The names of all types in generated code that it does not declare.</summary>
    private static IEnumerable<string> FindForeignTypes(string slice)
    {
        Compilation output = new GeneratorHarness(slice).GetOutput();
        return output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).SelectMany(tree =>
        {
            SemanticModel model = output.GetSemanticModel(tree);
            return tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Select(symbol => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : symbol)
                .OfType<INamedTypeSymbol>()
                .Where(type => !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, output.Assembly))
                .Select(type => type.Name);
        });
    }
}
