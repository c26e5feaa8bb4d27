using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.WholeSpec;

/// <summary>The names in the output for the full specification.</summary>
public partial class FullSpecNamesTests
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
        IReadOnlyDictionary<string, string> all = SpecOutput.Full.Result.GetTypes();
        string[] routes = [.. all.Values.SelectMany(source => Route().Matches(source).Select(match => match.Groups[1].Value)).Distinct()];

        Assert.Equal(83, routes.Length);
        var harness = new GeneratorHarness("{}");
        foreach (string route in routes)
        {
            harness.EditSlice(SpecSlices.Cut(s_spec.Value, [route]));
            GeneratorRunResult alone = harness.Run();

            string[] methods =
            [
                .. alone.GeneratedSources.SelectMany(source => Name().Matches(source.SourceText.ToString())).Select(match => match.Value),
            ];
            Assert.True(alone.GetTypes().Keys.All(all.ContainsKey), route);
            Assert.True(methods.Length == 1, $"{route} has {methods.Length} operations.");
            bool isAmongAll = all.Values.Any(source => source.Contains(methods[0], StringComparison.Ordinal));
            Assert.True(isAmongAll, route);
        }
    }

    private static string GetSimpleName(string fullName) => fullName.Split('.')[^1];

    [GeneratedRegex("HttpMethod.Post,\n        \"([^\"]+)\"")]
    private static partial Regex Route();

    [GeneratedRegex("        \"[A-Za-z.]+\",\n        global::System.Net.Http.HttpMethod.Post,\n        \"[^\"]+\"")]
    private static partial Regex Name();
}
