using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>The program's own reading of where parameters are sent.</summary>
public class ParameterReaderTests
{
    private const string Query = """{"in": "query", "name": "limit", "required": true, "schema": {"type": "integer"}}""";

    [Theory]
    [InlineData("get", "v1", "application/x-www-form-urlencoded", BodyKind.None, "limit", false)]
    [InlineData("delete", "v1", "application/x-www-form-urlencoded", BodyKind.None, "limit, prorate", false)]
    [InlineData("delete", "v2", "application/json", BodyKind.Json, "prorate", true)]
    [InlineData("post", "v1", "application/x-www-form-urlencoded", BodyKind.Form, "prorate", true)]
    public void The_method_determines_where_parameters_are_sent(
        string method, string version, string mediaType, object kind, string names, bool hasKey)
    {
        string properties = method == "get" ? "" : """ "prorate": {"type": "boolean"} """;
        string spec = """
            {"paths": {"/VERSION/widgets/{widget}": {"METHOD": {
              "parameters": [QUERY, {"in": "path", "name": "widget"}],
              "requestBody": {"content": {"TYPE": {"schema": {"type": "object", "properties": {PROPERTIES}}}}}, "responses": {}}}}}
            """
            .Replace("VERSION", version, StringComparison.Ordinal)
            .Replace("METHOD", method, StringComparison.Ordinal)
            .Replace("QUERY", Query, StringComparison.Ordinal)
            .Replace("TYPE", mediaType, StringComparison.Ordinal)
            .Replace("PROPERTIES", properties, StringComparison.Ordinal);

        ApiOperation operation = SpecDocument.Parse(spec, every: true).Operations.Single();

        Assert.Equal((BodyKind)kind, operation.BodyKind);
        Assert.Equal(names, string.Join(", ", operation.Parameters!.Properties.Select(property => property.Name)));
        Assert.Equal(hasKey, operation.HasIdempotencyKey);
        Assert.Equal(
            names.Contains("limit", StringComparison.Ordinal),
            operation.Parameters.Properties.Any(property => property.IsRequired));
    }

    [Fact]
    public void A_parameter_of_the_operation_overrides_one_of_the_path()
    {
        string spec = """
            {"paths": {"/v1/widgets": {
              "parameters": [{"in": "query", "name": "limit", "schema": {"type": "string"}}],
              "get": {"parameters": [QUERY], "responses": {}}}}}
            """.Replace("QUERY", Query, StringComparison.Ordinal);

        PropertyShape parameter = SpecDocument.Parse(spec, every: true).Operations.Single().Parameters!.Properties.Single();

        Assert.IsType<IntegerShape>(parameter.Shape);
        Assert.True(parameter.IsRequired);
    }
}
