using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Secrets;

/// <summary>Finds the secrets of a document by the rules of the generator, whether or not an operation uses them.</summary>
internal sealed class SecretFinder
{
    // Elements without schemas of classes.
    private static readonly HashSet<string> s_skipped = ["headers", "example", "examples", "links", "callbacks"];

    private static readonly string[] s_combinations = ["anyOf", "oneOf", "allOf"];

    private readonly SpecDocument _document;
    private readonly List<Secret> _found = [];

    private SecretFinder(SpecDocument document) => _document = document;

    /// <summary>All secrets, in the order of the document.</summary>
    public static IReadOnlyList<Secret> Find(SpecDocument document)
    {
        var finder = new SecretFinder(document);
        foreach (SpecSchema schema in document.Schemas)
        {
            finder.FindInSchema(schema.Node);
        }

        IEnumerable<JsonMember> others = (document.Root.Find("components")?.Members ?? JsonMembers.Empty)
            .Where(section => section.Name is not "schemas");
        foreach (JsonMember member in others.Concat(document.Root.Find("paths")?.Members ?? JsonMembers.Empty))
        {
            finder.FindInElement(member.Value);
        }

        return finder._found;
    }

    /// <summary>Finds schemas in a path item, an operation, a parameter, a body or a response.</summary>
    private void FindInElement(JsonValue element)
    {
        // The parameters of a path are plain strings.
        if (element.Find("in")?.String is { } location && location != "query")
        {
            return;
        }

        foreach (JsonValue item in element.Items)
        {
            FindInElement(item);
        }

        foreach (JsonMember member in element.Members
            .Where(member => !s_skipped.Contains(member.Name) && !OpenApiKeywords.IsExtension(member.Name)))
        {
            if (member.Name == "schema")
            {
                FindInSchema(member.Value);
            }
            else
            {
                FindInElement(member.Value);
            }
        }
    }

    private void FindInSchema(JsonValue node)
    {
        if (node.Kind != JsonKind.Object || ReferenceResolver.GetReference(node) is not null)
        {
            return;
        }

        Add(new SpecSchema(_document, node));
        IEnumerable<JsonValue?> parts =
        [
            .. (node.Find("properties")?.Members ?? JsonMembers.Empty).Select(property => property.Value),
            node.Find("items"),
            node.Find("additionalProperties"),
            .. s_combinations.SelectMany(keyword => node.Find(keyword)?.Items ?? []),
        ];
        foreach (JsonValue part in parts.OfType<JsonValue>())
        {
            FindInSchema(part);
        }
    }

    private void Add(SpecSchema schema)
    {
        // Only a string can be a secret; anything else that is annotated as one is a diagnostic.
        if (!schema.Has(SchemaTypes.String) || schema.IsCombined || !SecretRules.IsSecret(schema))
        {
            return;
        }

        string pointer = schema.Node.Pointer.ToString();
        _found.Add(SecretRules.FindRule(schema) is { } rule
            ? Secret.ByRule(pointer, rule)
            : Secret.ByAnnotation(pointer, OpenApiKeywords.Sensitive));
    }
}
