using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Lattice.Slice.Configuration;
using Lattice.Slice.Names;
using Lattice.Slice.Operations;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Slicing;

/// <summary>
/// Cuts a slice out of a full specification. The result depends on what slice.json and the specification say, and on
/// nothing else.
/// </summary>
internal static class Slicer
{
    /// <exception cref="CommandFailedException">An operation or a schema is not in the specification.</exception>
    public static SliceResult Cut(Spec spec, SliceConfiguration configuration)
    {
        IReadOnlyList<SpecOperation> operations = FindOperations(spec, configuration);
        HashSet<string> unmarked = [.. configuration.Sensitive.Where(place => !place.Value).Select(place => place.Key)];
        var trimmer = new SchemaTrimmer(ErrorSchemas.Find(spec), configuration.Expand.ToHashSet());
        var components = new Components(spec, trimmer, unmarked);
        var operationTrimmer = new OperationTrimmer(trimmer);

        JsonObject paths = new(operations.Select(operation =>
            KeyValuePair.Create<string, JsonNode?>(operation.Path.Text, operationTrimmer.Trim(operation, isCreate: true))));
        List<Secret> secrets = [.. DefaultSecrets.MarkBodies(paths, unmarked)];
        IReadOnlyList<Component> reached = components.Reach(References.Find(paths, JsonPath.Root / "paths"));
        JsonObject slice = Assemble(spec, paths, reached);
        List<Miss> misses = [.. new Marks(slice).Apply(configuration), .. GetMissedExpansions(configuration, trimmer)];

        secrets.AddRange(reached.SelectMany(component => component.Secrets));
        secrets.AddRange(configuration.Sensitive.Where(place => place.Value && !secrets.Exists(secret => secret.Pointer == place.Key))
            .Select(place => new Secret(place.Key, "slice.json says so")));
        return new SliceResult(SliceText.Write(slice), spec.Version, operations, reached, secrets, misses);
    }

    private static List<SpecOperation> FindOperations(Spec spec, SliceConfiguration configuration)
    {
        IReadOnlyList<SpecOperation> all = SpecOperations.Find(spec);
        Dictionary<string, SpecOperation> byText = all.ToDictionary(operation => operation.Text, StringComparer.Ordinal);
        if (configuration.TreatAsCreate.Except(configuration.Operations).FirstOrDefault() is { } missing)
        {
            throw new CommandFailedException($"slice.json treats \"{missing}\" as a create, but it is not among its operations.");
        }

        var found = new List<SpecOperation>();
        foreach (string text in configuration.Operations.Order(StringComparer.Ordinal))
        {
            if (!byText.TryGetValue(text, out SpecOperation? operation))
            {
                throw new CommandFailedException(
                    $"{spec.Name} has no operation \"{text}\", which slice.json asks for.{Nearest.Suggest(byText.Keys, text)}");
            }

            if (operation.Obstacle is { } obstacle)
            {
                throw new CommandFailedException($"\"{text}\" cannot be generated: {obstacle}. Take it out of slice.json.");
            }

            if (!operation.IsCreate && !configuration.TreatAsCreate.Contains(text))
            {
                throw new CommandFailedException(
                    $"\"{text}\" is no create ({operation.WhyNot}). If it is to be generated all the same, list it under "
                    + $"\"{SliceConfigurationReader.TreatAsCreate}\" in slice.json as well.");
            }

            found.Add(operation);
        }

        return found;
    }

    private static JsonObject Assemble(Spec spec, JsonObject paths, IReadOnlyList<Component> components)
    {
        JsonObject schemas = new(components.Select(component => KeyValuePair.Create<string, JsonNode?>(component.Name, component.Schema)));
        JsonObject parts = new() { ["schemas"] = schemas };
        if (spec.Root.Find("components", "securitySchemes") is { } schemes)
        {
            parts["securitySchemes"] = SchemaTrimmer.Copy(schemes);
        }

        return KeywordOrder.Create(
            from member in spec.Root.Members()
            where member.Name is "openapi" or "info" or "servers" or "security" or "paths" or "components"
            select KeyValuePair.Create<string, JsonNode?>(member.Name, member.Name switch
            {
                "info" => TrimInfo(member.Value),
                "paths" => paths,
                "components" => parts,
                _ => SchemaTrimmer.Copy(member.Value),
            }));
    }

    private static JsonObject TrimInfo(JsonElement info) => KeywordOrder.Create(
        from member in info.Members()
        where member.Name is "title" or "description" or "version"
        select KeyValuePair.Create(member.Name, SchemaTrimmer.Copy(member.Value)));

    private static IEnumerable<Miss> GetMissedExpansions(SliceConfiguration configuration, SchemaTrimmer trimmer) =>
        from pointer in configuration.Expand
        where !trimmer.Expandable.Contains(pointer)
        let nearest = Nearest.Suggest(trimmer.Expandable, pointer)
        select new Miss(SliceConfigurationReader.Expand, pointer, $"is no expandable field of the slice.{nearest}");
}
