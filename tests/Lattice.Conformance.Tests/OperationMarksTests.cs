using System.Text.Json;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>Every operation of the copy for the generator says what it is, and nothing else changes.</summary>
public class OperationMarksTests
{
    private const string Spec = """
        {
          "paths": {
            "/v1/widgets": {
              "parameters": [{"get": {}}],
              "get": {"description": "é", "responses": {"200": {"content": {"application/json": {
                "schema": {"properties": {"data": {"type": "array", "items": {}}}}}}}}},
              "post": {"x-lattice-operation": "none", "responses": {}}
            },
            "/v1/widgets/{widget}": {
              "delete": {"responses": {}},
              "post": {"responses": {}, "x-lattice-operation": "action"}
            }
          },
          "components": {"schemas": {"get": {"post": {"delete": {}}}}}
        }
        """;

    [Fact]
    public void An_operation_is_marked_unless_it_has_an_annotation()
    {
        string marked = OperationMarks.Add(SpecDocument.Parse(Spec, every: true));

        Assert.Equal(
            Spec.Replace("\"get\": {\"description\"", "\"get\": {\"x-lattice-operation\": \"list\", \"description\"", StringComparison.Ordinal)
                .Replace("\"delete\": {\"resp", "\"delete\": {\"x-lattice-operation\": \"delete\", \"resp", StringComparison.Ordinal),
            marked);
    }

    [Specs.Fact]
    public void All_operations_of_the_full_specification_are_marked()
    {
        var marked = JsonElement.Parse(OperationMarks.Add(SpecDocument.Load(Specs.Full, every: true)));

        Assert.Equal(468, marked.Members("paths").Sum(path => path.Value.EnumerateObject()
            .Count(operation => operation.Value.FindText(OperationRules.Annotation) is not null)));
    }
}
