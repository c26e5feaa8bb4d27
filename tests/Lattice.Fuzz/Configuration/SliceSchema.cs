using System.Text.Json;
using Lattice.Fuzz.Findings;
using Lattice.TestSupport;

namespace Lattice.Fuzz.Configuration;

/// <summary>Compares what the tool accepts as slice.json with the schema that editors check it with.</summary>
internal static class SliceSchema
{
    public const string Agrees = "What the tool accepts as slice.json is valid according to its schema.";

    private static readonly JsonSchemaCheck s_schema = new(
        JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "openapi", "slice.schema.json"))));

    /// <param name="run">A command that succeeded.</param>
    public static IReadOnlyList<Violation> Check(CommandRun run)
    {
        string configuration = run.After.Single(file => file.Name == "slice.json").Text;
        return s_schema.FindError(JsonElement.Parse(configuration)) is { } error
            ? [new Violation(Agrees, $"{error}\n{configuration}")]
            : [];
    }
}
