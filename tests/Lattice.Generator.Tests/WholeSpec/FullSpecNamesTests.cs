using System.Text.Json.Nodes;
using Lattice.Generator.Tests.Support;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;

namespace Lattice.Generator.Tests.WholeSpec;

/// <summary>The names in the output for the full specification.</summary>
public class FullSpecNamesTests
{
    private const int MaxLength = 120;

    private static readonly Lazy<JsonNode> s_spec = new(() => JsonNode.Parse(File.ReadAllText(Specs.Full))!);

    private static readonly Lazy<string[]> s_types = new(() => [.. SpecOutput.Full.Result.GetTypes().Keys]);

    [Specs.Fact]
    public void Names_are_short_and_unique_regardless_of_case()
    {
        string[] names = [.. s_types.Value];

        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.True(GetSimpleName(name).Length <= MaxLength, name));
    }

    [Specs.Fact]
    public void No_type_has_the_name_of_a_namespace()
    {
        string[] types = [.. s_types.Value];
        HashSet<string> namespaces = [.. types.Select(type => type[..type.LastIndexOf('.')])];

        Assert.DoesNotContain(types, namespaces.Contains);
    }

    [Specs.Fact]
    public void No_type_clashes_with_the_implicit_usings()
    {
        string[] roots = [.. s_types.Value.Where(name => name.Count(c => c == '.') == 2).Select(GetSimpleName)];
        string members = string.Concat(roots.Select((name, i) => $"    System.Type T{i} => typeof({name});\n"));

        Assert.True(roots.Length > 1000);
        Assert.Empty(SpecOutput.Full.CompileConsumer($$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;
            using Lattice.Stripe;

            class Usage
            {
            {{members}}
            }
            """));
    }

    [Specs.Fact]
    public void A_create_operation_has_the_same_names_alone_and_among_all()
    {
        // The model has all names; to emit and parse the text for each operation would take most of the time.
        ApiModel all = Read(File.ReadAllText(Specs.Full));
        HashSet<string> types = [.. GetNames(all)];
        Dictionary<string, string> operations = GetOperations(all).ToDictionary();

        Assert.Equal(s_types.Value.Order(StringComparer.Ordinal), types.Order(StringComparer.Ordinal));
        Assert.Equal(83, operations.Count);
        foreach (string route in operations.Keys)
        {
            ApiModel alone = Read(SpecSlices.Cut(s_spec.Value, [route]));

            Assert.True(GetNames(alone).All(types.Contains), route);
            Assert.Equal((route, operations[route]), Assert.Single(GetOperations(alone)));
        }
    }

    private static ApiModel Read(string slice) => SpecReader.Read(slice, "Lattice.Stripe", CancellationToken.None).Model;

    private static IEnumerable<EmittedType> GetTypes(ApiModel model) => model.Groups.SelectMany(group => group.Types);

    private static IEnumerable<string> GetNames(ApiModel model) =>
        GetTypes(model).Select(type => $"{type.Type.Namespace}.{type.Type.Name}");

    /// <summary>The route of each operation, and its class and method.</summary>
    private static IEnumerable<(string Route, string Name)> GetOperations(ApiModel model) =>
        from type in GetTypes(model)
        from operation in type switch
        {
            ResponseObjectType { Operations: var operations } => operations,
            ResponseUnionType { Operations: var operations } => operations,
            ContainerType { Operations: var operations } => operations,
            _ => default,
        }
        select (operation.Route, $"{type.Type.Qualified}.{operation.Method}");

    private static string GetSimpleName(string fullName) => fullName.Split('.')[^1];
}
