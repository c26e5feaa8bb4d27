using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Tests.OpenApi;

/// <summary>Components that refer to each other and cannot be resolved are one error.</summary>
public class UnresolvedComponentsTests
{
    [Theory]
    [InlineData("a:nothing", "a", "the target does not exist in the document")]
    [InlineData("a:b b:nothing", "a", "'#/components/schemas/nothing', which the target refers to, does not exist in the document")]
    [InlineData("b:nothing a:b", "b", "the target does not exist in the document")]
    [InlineData("a:a", "a", "the reference is circular")]
    [InlineData("a:b b:a", "a", "the reference is circular")]
    [InlineData("c:a a:b b:a d:b", "c", "the reference is circular")]
    public void Only_the_first_component_of_a_chain_is_reported(string components, string reported, string error)
    {
        (JsonValue component, SpecReference reference) = Assert.Single(Read(components).FindUnresolvedComponents());

        Assert.Equal(reported, component.Name);
        Assert.Contains(error, reference.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Separate_chains_are_reported_separately() => Assert.Equal(
        ["a", "c", "e"], Read("a:b b:nothing c:d d:c e:none").FindUnresolvedComponents().Select(found => found.Component.Name));

    [Fact]
    public void A_long_chain_is_one_error_in_any_order()
    {
        string[] aliases = [.. Enumerable.Range(0, 2000).Select(number => $"alias{number}:alias{number + 1}"), "alias2000:widget"];

        Assert.Single(Read(string.Join(' ', aliases)).FindUnresolvedComponents());
        Assert.Single(Read(string.Join(' ', aliases.Reverse())).FindUnresolvedComponents());
    }

    [Fact]
    public void Components_that_can_be_resolved_are_not_reported() => Assert.Empty(Read("a:b b:widget").FindUnresolvedComponents());

    /// <param name="components">The references, as <c>name:target</c>, separated by spaces.</param>
    private static SpecDocument Read(string components)
    {
        IEnumerable<string> aliases = components.Split(' ')
            .Select(component => component.Split(':'))
            .Select(parts => $$""" "{{parts[0]}}": { "$ref": "#/components/schemas/{{parts[1]}}" } """);
        string text = $$"""
            {
              "openapi": "3.0.0",
              "components": { "schemas": { {{string.Join(",", aliases)}}, "widget": { "type": "object" } } }
            }
            """;
        return new SpecDocument(JsonParser.Parse(text, out _)!);
    }
}
