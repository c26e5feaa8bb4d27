using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Spec;

/// <summary>Parts of a document that the stand-in and the generator must read alike.</summary>
public sealed class SliceReaderTests
{
    [Fact]
    public async Task A_reference_to_a_part_of_a_component_is_resolved()
    {
        Reply reply = await CreateThingAsync("""
            {
              "thing": { "type": "object", "required": ["part"], "properties": {
                "part": { "$ref": "#/components/schemas/other/properties/part" } } },
              "other": { "type": "object", "properties": { "part": { "type": "object", "required": ["size"], "properties": {
                "size": { "type": "integer" } } } } },
              "part": { "type": "string" }
            }
            """);

        Assert.Equal(0, reply.Json.GetProperty("part").GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task A_pointer_may_be_escaped()
    {
        Reply reply = await CreateThingAsync("""
            {
              "thing": { "type": "object", "required": ["part"], "properties": {
                "part": { "$ref": "#/components/schemas/a~1b%20c" } } },
              "a/b c": { "type": "boolean" }
            }
            """);

        Assert.Equal(JsonValueKind.False, reply.Json.GetProperty("part").ValueKind);
    }

    [Fact]
    public async Task A_part_can_contain_a_reference_to_itself()
    {
        Reply reply = await CreateThingAsync("""
            {
              "thing": { "type": "object", "required": ["part"], "properties": { "part": { "type": "object", "required": ["name"], "properties": {
                "name": { "type": "string" },
                "inner": { "nullable": true, "anyOf": [{ "$ref": "#/components/schemas/thing/properties/part" }] } } } } }
            }
            """);

        Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("part").GetProperty("inner").ValueKind);
    }

    [Theory]
    [InlineData("""{ "type": "string", "nullable": true }""")]
    [InlineData("""{ "type": ["string", "null"] }""")]
    [InlineData("""{ "nullable": true, "anyOf": [{ "$ref": "#/components/schemas/thing" }] }""")]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/thing" }, { "type": "null" }] }""")]
    public async Task A_nullable_value_is_initially_null(string schema)
    {
        Reply reply = await CreateThingAsync(
            $$"""{ "thing": { "type": "object", "required": ["value"], "properties": { "value": {{schema}} } } }""");

        Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("value").ValueKind);
    }

    [Theory]
    [InlineData("""{ "type": "string", "const": "car" }""", "\"car\"")]
    [InlineData("""{ "const": "car" }""", "\"car\"")]
    [InlineData("""{ "type": "integer", "const": 4 }""", "4")]
    [InlineData("""{ "const": true }""", "true")]
    public async Task A_constant_is_its_value(string schema, string value)
    {
        Reply reply = await CreateThingAsync(
            $$"""{ "thing": { "type": "object", "required": ["value"], "properties": { "value": {{schema}} } } }""");

        Assert.Equal(value, reply.Json.GetProperty("value").GetRawText());
    }

    [Fact]
    public async Task A_parameter_accepts_only_its_constant()
    {
        using var caller = Caller.Of(
            Slice.Accepting("""{ "type": "object", "properties": { "kind": { "type": "string", "const": "car" } } }"""));

        Assert.Equal(200, (await caller.PostAsync("/v1/things", "kind=car")).StatusCode);
        Assert.Equal("kind", (await caller.PostAsync("/v1/things", "kind=bus")).Error("param"));
    }

    [Theory]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/loop" }, { "type": "integer" }] }""", "7", 200)]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/loop" }, { "type": "integer" }] }""", "", 400)]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/loop" }] }""", "7", 200)]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/loop" } }""", "7", 400)]
    [InlineData("""{ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/loop" } }""", "7", 400)]
    public async Task A_schema_that_contains_itself_is_read(string loop, string sent, int status)
    {
        using var caller = Caller.Of(Slice.Responding(
            $$"""{ "thing": { "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#/components/schemas/loop" } } }, "loop": {{loop}} }""",
            """
            { "type": "object", "properties": {
              "a": { "$ref": "#/components/schemas/loop" }, "expand": { "type": "array", "items": { "type": "string" } } } }
            """));

        Assert.Equal(status, (await caller.PostAsync("/v1/things", $"a={sent}")).StatusCode);
        Assert.True((await caller.PostAsync("/v1/things", "expand[0]=a")).StatusCode is 200 or 400);
    }

    [Fact]
    public async Task A_long_chain_of_components_is_read()
    {
        const int Length = 20_000;
        string links = string.Join(", ", Enumerable.Range(0, Length).Select(i =>
            $$""" "s{{i}}": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/s{{i + 1}}" } } } """));

        Reply reply = await CreateThingAsync($$"""
            { "thing": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/s0" } } }, {{links}}, "s{{Length}}": { "type": "string" } }
            """);

        Assert.Equal(200, reply.StatusCode);
    }

    [Fact]
    public async Task An_unresolved_resource_is_not_a_case_of_an_expandable_field()
    {
        Reply reply = await CreateThingAsync("""
            { "thing": { "type": "object", "required": ["owner"], "properties": { "owner": { "anyOf": [
              { "$ref": "#/components/schemas/loop" }, { "$ref": "owner.json" }, { "type": "string" }] } } },
              "loop": { "$ref": "#/components/schemas/loop" } }
            """);

        Assert.Equal(JsonValueKind.String, reply.Json.GetProperty("owner").ValueKind);
    }

    [Fact]
    public async Task The_body_format_that_the_generator_sends_is_used()
    {
        using var caller = Caller.Of(Slice.With("""
            { "/v1/things": { "post": {
              "requestBody": { "content": {
                "application/json": { "schema": { "type": "object", "properties": { "json": { "type": "string" } } } },
                "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": { "form": { "type": "string" } } } } } },
              "responses": { "default": { "description": "An error." }, "200": { "description": "Done." } } } } }
            """));

        Assert.Equal(200, (await caller.PostAsync("/v1/things", "form=a")).StatusCode);
        Assert.Equal(400, (await caller.PostAsync("/v1/things", "json=a")).StatusCode);
    }

    private static async Task<Reply> CreateThingAsync(string components)
    {
        using var caller = Caller.Of(Slice.Responding(components).Replace("3.0.0", "3.1.0", StringComparison.Ordinal));
        return await caller.PostAsync("/v1/things");
    }
}
