using System.Text.Json;
using System.Text.RegularExpressions;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Naming;

/// <summary>Each value of an enum has its own member, and no added value breaks a build.</summary>
public partial class EnumMemberTests
{
    [Theory]
    [InlineData("USD,usd", "UpperUSD=USD,Usd=usd")]
    [InlineData("usd,USD", "Usd=usd,UpperUSD=USD")]
    [InlineData("usd,Usd,USD,uSD", "Usd=usd,UpperUsd=Usd,UpperUSD=USD,USD=uSD")]
    [InlineData("a-b,a_b,a b,a.b,a:b,a/b", "ADashB=a-b,AB=a_b,ASpaceB=a b,ADotB=a.b,AColonB=a:b,ASlashB=a/b")]
    [InlineData("a-b,a.b", "AB=a-b,ADotB=a.b")]
    [InlineData("cleared,Cleared", "ClearedValue=cleared,UpperCleared=Cleared")]
    [InlineData("!,?", "Empty=!,U003F=?")]
    [InlineData("1-x,1_x", "Value1DashX=1-x,Value1X=1_x")]
    [InlineData("a_dash_b,a-b,a_b", "ADashB=a_dash_b,ADashBValue=a-b,AB=a_b")]
    [InlineData("a,a", "A=a")]
    [InlineData("a,,a", "A=a,Empty=")]
    public void Values_with_the_same_simple_name_get_longer_names(string values, string members)
    {
        string schema = $$"""{ "type": "string", "enum": {{JsonSerializer.Serialize(values.Split(','))}} }""";

        AssertMembers(members, schema);
    }

    [Theory]
    [InlineData("""{ "type": "string", "nullable": true, "enum": [ "a", null ] }""")]
    [InlineData("""{ "type": "string", "nullable": true, "enum": [ null, "a", null ] }""")]
    [InlineData(
        """{ "anyOf": [ { "type": "string", "nullable": true, "enum": [ "a", null ] }, { "type": "string", "enum": [ "", null ] } ] }""")]
    public void A_null_value_has_no_member(string schema) => AssertMembers("A=a", schema);

    [Theory]
    [InlineData("""{ "type": "string", "nullable": true, "enum": [ null ] }""")]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "string", "enum": [ {} ] } ] }""")]
    [InlineData("""{ "type": "string", "enum": [ [] ] }""")]
    public void An_enum_without_strings_compiles(string schema) => Assert.Empty(new GeneratorHarness(Slice(schema)).Compile());

    [Fact]
    public void A_nullable_object_field_is_a_string()
    {
        var harness = new GeneratorHarness(
            Slice("""{ "type": "string" }""", """{ "type": "string", "nullable": true, "enum": [ "widget", null ] }"""));

        Assert.Empty(harness.Compile("class Usage { string? Value => new Lattice.Stripe.Widget().Object; }"));
    }

    private static void AssertMembers(string expected, string schema)
    {
        var harness = new GeneratorHarness(Slice(schema));

        GeneratorRunResult result = harness.Run();

        string source = result.GetTypeText("Lattice.Stripe.WidgetCreateKind");
        Assert.Empty(result.Diagnostics);
        IEnumerable<string> members = Member().Matches(source).Select(match => $"{match.Groups[1].Value}={match.Groups[2].Value}");
        Assert.Equal(expected, string.Join(',', members));
        Assert.Empty(harness.Compile());
    }

    private static string Slice(string kind, string @object = """{ "type": "string", "enum": [ "widget" ] }""") => $$"""
        {
          "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" },
          "paths": { "/v1/widgets": { "post": {
            "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": { "kind": {{kind}} } } } } },
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } } } },
          "components": { "schemas": { "widget": { "type": "object", "x-resourceId": "widget", "properties": { "object": {{@object}} } } } }
        }
        """;

    [GeneratedRegex("public const string ([A-Za-z0-9]+) = \"(.*)\";")]
    private static partial Regex Member();
}
