using System.Text.Json;
using System.Text.Json.Serialization;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Decoding;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Tests;

/// <summary>The comparison of responses reports a property that is wrong, lost, or has another type.</summary>
public class ResponseComparisonTests
{
    private static readonly Shape s_shape = SpecDocument.Parse(
        """
        {
          "paths": {"/v1/widgets": {"post": {"responses": {"200": {"content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/widget"}}}}}}}},
          "components": {"schemas": {"widget": {"type": "object", "required": ["name"], "properties": {
            "amount": {"type": "integer"}, "name": {"type": "string"}}}}}
        }
        """).Operations.Single().Response!;

    [Fact]
    public void An_equal_response_has_no_mismatch() =>
        Assert.Empty(Compare("""{"name": "a", "amount": 5}""", new Widget { Name = "a", Amount = 5 }));

    [Fact]
    public void A_wrong_value_is_reported() => Assert.Equal(
        ["amount: expected 5, got 6"], Compare("""{"name": "a", "amount": 5}""", new Widget { Name = "a", Amount = 6 }));

    [Fact]
    public void A_lost_value_is_reported() => Assert.Equal(
        ["amount: expected 5, got null"], Compare("""{"name": "a", "amount": 5}""", new Widget { Name = "a" }));

    [Fact]
    public void An_unexpected_value_is_reported() => Assert.Equal(
        ["amount: expected null, got 5"], Compare("""{"name": "a"}""", new Widget { Name = "a", Amount = 5 }));

    [Fact]
    public void A_lost_extra_field_is_reported() => Assert.Equal(
        ["GetExtraFields(): missing color"], Compare("""{"name": "a", "color": "red"}""", new Widget { Name = "a" }));

    [Fact]
    public void A_missing_field_that_is_not_listed_is_reported() => Assert.Equal(
        ["GetMissingFields(): missing name"], Compare("{}", new Widget()));

    [Fact]
    public void A_wrong_type_is_reported() => Assert.Contains(
        "widget: amount: expected Int64, got String", Compare("""{"name": "a"}""", new TextWidget()));

    [Fact]
    public void A_wrong_nullability_is_reported() => Assert.Contains(
        "widget: name: the type is nullable, although the value is always present", Compare("""{"name": "a"}""", new TextWidget()));

    [Fact]
    public void A_missing_property_is_reported() => Assert.Contains(
        "amount: no property (SmallWidget)", Compare("""{"name": "a", "amount": 5}""", new SmallWidget()));

    [Theory]
    [InlineData("""{"type": "string", "format": "decimal"}""", "\"12.50\"", true)]
    [InlineData("""{"type": "string", "format": "decimal"}""", "12.50", false)]
    [InlineData("""{"type": "number"}""", "12.50", true)]
    [InlineData("""{"type": "number"}""", "\"12.50\"", false)]
    public void A_decimal_string_is_a_JSON_string(string schema, string json, bool fits) =>
        Assert.Equal(fits, ScalarComparison.Fits(ReadProperty("share", schema), JsonElement.Parse(json)));

    [Theory]
    [InlineData("client_secret", "{}", true, false)]
    [InlineData("hosted_invoice_url", "{}", true, false)]
    [InlineData("url", "{}", true, true)]
    [InlineData("name", "{}", false, true)]
    [InlineData("client_secret", """{"x-lattice-sensitive": false}""", false, true)]
    [InlineData("name", """{"x-lattice-sensitive": true}""", true, false)]
    public void A_secret_is_recognized_by_its_name_or_its_annotation(string name, string annotations, bool canBeSecret, bool canBeText)
    {
        string schema = annotations
            .Replace("{", """{"type": "string", """, StringComparison.Ordinal)
            .Replace(", }", "}", StringComparison.Ordinal);
        Shape shape = ReadProperty(name, schema);

        Assert.Equal(canBeSecret, ScalarComparison.CheckType(shape, typeof(SecretString), isTag: false) is null);
        Assert.Equal(canBeText, ScalarComparison.CheckType(shape, typeof(string), isTag: false) is null);
    }

    private static Shape ReadProperty(string name, string schema)
    {
        var spec = SpecDocument.Parse(
            """
            {
              "paths": {"/v1/widgets": {"post": {"responses": {"200": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/widget"}}}}}}}},
              "components": {"schemas": {"widget": {"type": "object", "properties": {"NAME": SCHEMA}}}}
            }
            """.Replace("NAME", name, StringComparison.Ordinal).Replace("SCHEMA", schema, StringComparison.Ordinal));
        return ((ObjectShape)spec.Operations.Single().Response!).Properties.Single().Shape;
    }

    private static List<string> Compare(string json, StripeObject value)
    {
        List<string> found = [];
        new ResponseComparison(new CoveredTypes(), found.Add, found.Add).Compare(s_shape, JsonElement.Parse(json), value, "");
        return found;
    }

    private sealed class Widget : StripeObject
    {
        [JsonPropertyName("name")]
        public string Name { get; init; } = "";

        [JsonPropertyName("amount")]
        public long? Amount { get; init; }
    }

    private sealed class TextWidget : StripeObject
    {
        [JsonPropertyName("name")]
        public string? Name { get; init; } = "a";

        [JsonPropertyName("amount")]
        public string? Amount { get; init; }
    }

    private sealed class SmallWidget : StripeObject
    {
        [JsonPropertyName("name")]
        public string Name { get; init; } = "a";
    }
}
