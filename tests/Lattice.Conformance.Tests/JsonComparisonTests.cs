using System.Text.Json;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>The comparison of JSON bodies reports differences and nothing else.</summary>
public class JsonComparisonTests
{
    private static readonly DateTimeOffset s_time = new(2023, 9, 12, 12, 30, 15, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("""{"b": [1, null], "a": "é", "time": "2023-09-12T10:30:15Z"}""")]
    [InlineData("""{"a": "\u00e9", "time": "2023-09-12T10:30:15.000Z", "b": [1, null]}""")]
    public void Order_and_escapes_do_not_matter(string json) => Assert.Empty(Compare(json));

    [Theory]
    [InlineData("""{"b": [1, null], "a": "é"}""", ".time: expected")]
    [InlineData("""{"b": [1, null], "a": "e", "time": "2023-09-12T10:30:15Z"}""", ".a: expected é, got")]
    [InlineData("""{"b": [1], "a": "é", "time": "2023-09-12T10:30:15Z"}""", ".b: expected an array of 2")]
    [InlineData("""{"b": ["1", null], "a": "é", "time": "2023-09-12T10:30:15Z"}""", ".b[0]: expected 1")]
    [InlineData("""{"b": [1, null], "a": "é", "time": "2023-09-12T12:30:15+02:00"}""", ".time: expected")]
    [InlineData("""{"b": [1, null], "a": "é", "time": "2023-09-12T10:30:15Z", "c": 1}""", ".c: expected nothing")]
    [InlineData("""{"b": [1, null], "a": "é", "a": "é", "time": "2023-09-12T10:30:15Z"}""", ".a is written 2 times")]
    public void A_difference_is_reported(string json, string difference) =>
        Assert.Contains(Compare(json), found => found.StartsWith(difference, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"12.50\"", true)]
    [InlineData("12.50", false)]
    [InlineData("\"12.5\"", false)]
    [InlineData("\"1.25e1\"", false)]
    public void A_decimal_string_is_a_JSON_string(string json, bool isSame) =>
        Assert.Equal(isSame, IsSame("""{"type": "string", "format": "decimal"}""", json));

    [Theory]
    [InlineData("12.50", true)]
    [InlineData("\"12.50\"", false)]
    public void A_number_is_a_JSON_number(string json, bool isSame) =>
        Assert.Equal(isSame, IsSame("""{"type": "number"}""", json));

    private static bool IsSame(string schema, string json) =>
        !JsonComparison.Compare(CreateParameter(schema, 12.50m), JsonElement.Parse(json)).Any();

    // A sample parameter of the schema, with a value whose trailing zero matters.
    private static object CreateParameter(string schema, decimal value)
    {
        var spec = SpecDocument.Parse(
            """
            { "paths": { "/v2/widgets": { "post": { "requestBody": { "content": { "application/json": { "schema":
              { "type": "object", "properties": { "share": SCHEMA } } } } },
              "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } } } },
              "components": { "schemas": { "widget": { "type": "object", "properties": { "id": { "type": "string" } } } } } }
            """.Replace("SCHEMA", schema, StringComparison.Ordinal));
        return new SampleParameters(ParameterVariant.Every).CreateBody(spec.Operations.Single().Parameters!)["share"] is DecimalString
            ? new DecimalString(value)
            : value;
    }

    private static string[] Compare(string json)
    {
        Dictionary<string, object?> expected = new() { ["a"] = "é", ["b"] = new List<object?> { 1L, null }, ["time"] = s_time };
        return [.. JsonComparison.Compare(expected, JsonElement.Parse(json))];
    }
}
