using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Secrets;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;
using JsonValue = Lattice.Spec.Json.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>
/// Creates a slice of a full specification. The result depends only on slice.json and the specification.
/// </summary>
internal static class Slicer
{
    /// <exception cref="CommandFailedException">An operation or a schema is not in the specification.</exception>
    public static SliceResult CreateSlice(Specification spec, SliceConfiguration configuration)
    {
        IReadOnlyList<ApiOperation> operations = FindOperations(spec, configuration);
        var trimmer = new SchemaTrimmer(ErrorSchemas.Find(spec.Document), configuration.Expand.ToHashSet());
        var operationTrimmer = new OperationTrimmer(trimmer);
        var components = new Components(spec, trimmer, operationTrimmer);

        JsonObject paths = [];
        var secrets = new List<Secret>();
        foreach (IGrouping<string, ApiOperation> path in operations.GroupBy(operation => operation.Path.Text, StringComparer.Ordinal))
        {
            JsonObject item = operationTrimmer.Trim([.. path]);
            secrets.AddRange(SecretAnnotations.Add(item, JsonPointer.Root / "paths" / path.Key));
            paths.Add(path.Key, item);
        }

        IReadOnlyList<Component> reached = components.Reach(References.Find(paths, JsonPointer.Root / "paths"));
        secrets.AddRange(reached.SelectMany(component => component.Secrets));
        JsonObject slice = Assemble(spec, paths, reached);
        List<UnmatchedAnnotation> unmatched =
            [.. new Annotations(slice).Apply(configuration), .. GetUnmatchedExpansions(configuration, trimmer)];
        return new SliceResult(
            JsonOutput.Write(slice),
            spec.Version,
            operations,
            reached,
            ApplyConfiguration(secrets, configuration),
            trimmer.Expandable,
            unmatched);
    }

    /// <summary>The secrets that the rules find, adjusted by slice.json.</summary>
    private static List<Secret> ApplyConfiguration(List<Secret> secrets, SliceConfiguration configuration) =>
    [
        .. secrets.Where(secret => configuration.Sensitive.GetValueOrDefault(secret.Pointer, true)),
        .. configuration.Sensitive.Where(entry => entry.Value && !secrets.Exists(secret => secret.Pointer == entry.Key))
            .Select(entry => Secret.ByAnnotation(entry.Key, SliceFiles.ConfigurationName)),
    ];

    private static List<ApiOperation> FindOperations(Specification spec, SliceConfiguration configuration)
    {
        Dictionary<string, ApiOperation> byText = spec.Operations.ToDictionary(operation => operation.Text, StringComparer.Ordinal);
        var found = new List<ApiOperation>();
        foreach (string text in configuration.Operations.Order(OperationName.Order))
        {
            if (!byText.TryGetValue(text, out ApiOperation? named))
            {
                throw new CommandFailedException(
                    $"{spec.Name} has no operation \"{text}\", which is in slice.json.{NameSuggestions.Suggest(byText.Keys, text)}");
            }

            ApiOperation operation = configuration.Apply(named);
            if (operation.Obstacle is { } obstacle)
            {
                throw new CommandFailedException($"\"{text}\" cannot be generated: {obstacle}. Remove it from slice.json.");
            }

            found.Add(operation);
        }

        return found;
    }

    private static JsonObject Assemble(Specification spec, JsonObject paths, IReadOnlyList<Component> components)
    {
        var sections = new List<KeyValuePair<string, JsonNode?>> { new(ComponentName.Schemas, CreateSection(ComponentName.Schemas)) };
        sections.AddRange(components.Select(component => component.Name.Section).Distinct()
            .Where(section => section != ComponentName.Schemas)
            .Select(section => KeyValuePair.Create<string, JsonNode?>(section, CreateSection(section))));
        if (spec.Document.Root.Find("components")?.Find("securitySchemes") is { } schemes)
        {
            sections.Add(new("securitySchemes", SchemaTrimmer.Copy(schemes)));
        }

        return KeywordOrder.Create(
            from member in spec.Document.Root.Members
            where member.Name is "openapi" or "info" or "servers" or "security" or "paths" or "components"
            select KeyValuePair.Create<string, JsonNode?>(member.Name, member.Name switch
            {
                "info" => TrimInfo(member.Value),
                "paths" => paths,
                "components" => KeywordOrder.Create(sections),
                _ => SchemaTrimmer.Copy(member.Value),
            }));

        JsonObject CreateSection(string section) => new(
            from component in components
            where component.Name.Section == section
            select KeyValuePair.Create<string, JsonNode?>(component.Name.Name, component.Content));
    }

    private static JsonObject TrimInfo(JsonValue info) => KeywordOrder.Create(
        from member in info.Members
        where member.Name is "title" or "description" or "version"
        select KeyValuePair.Create(member.Name, SchemaTrimmer.Copy(member.Value)));

    private static IEnumerable<UnmatchedAnnotation> GetUnmatchedExpansions(SliceConfiguration configuration, SchemaTrimmer trimmer) =>
        from pointer in configuration.Expand
        where !trimmer.Expandable.Contains(pointer)
        let nearest = NameSuggestions.Suggest(trimmer.Expandable, pointer)
        select new UnmatchedAnnotation(SliceConfigurationReader.Expand, pointer, $"is not an expandable field of the slice.{nearest}");
}
