namespace Lattice.Spec.OpenApi;

/// <summary>The keywords of one of the objects that OpenAPI defines.</summary>
/// <param name="name">The name for messages, with its article: <c>a schema object</c>.</param>
internal sealed class OpenApiObject(string name)
{
    private readonly Dictionary<string, KeywordRule> _keywords = new(StringComparer.Ordinal);

    public string Name => name;

    public IEnumerable<string> Keywords => _keywords.Keys;

    /// <summary>The objects under arbitrary names, such as the path items of a paths object.</summary>
    public OpenApiObject? Members { get; init; }

    /// <summary>Whether a reference can replace the object.</summary>
    public bool CanBeReference { get; init; }

    public KeywordRule? Find(string keyword) => _keywords.TryGetValue(keyword, out KeywordRule? rule) ? rule : null;

    /// <summary>Adds keywords of one form. Objects contain each other, so they are created first and filled later.</summary>
    public OpenApiObject With(ValueForm form, params string[] keywords) => With(form, of: null, keywords);

    public OpenApiObject With(ValueForm form, OpenApiObject? of, params string[] keywords) => Add(new KeywordRule(form, of), keywords);

    /// <summary>Adds keywords that are valid but have no effect.</summary>
    public OpenApiObject WithUnsupported(params string[] keywords) => Add(new KeywordRule(ValueForm.Any, IsUnsupported: true), keywords);

    private OpenApiObject Add(KeywordRule rule, string[] keywords)
    {
        foreach (string keyword in keywords)
        {
            _keywords.Add(keyword, rule);
        }

        return this;
    }
}
