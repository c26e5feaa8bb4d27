namespace Lattice.Spec.OpenApi;

/// <summary>What the value of a keyword has to be.</summary>
internal enum ValueForm
{
    /// <summary>Anything; what is in it is data, whatever it looks like.</summary>
    Any,
    String,
    Boolean,

    /// <summary>A whole number that is not negative, without a fraction or an exponent.</summary>
    Count,

    /// <summary>A number of any kind.</summary>
    Number,
    NumberOrBoolean,

    /// <summary>An array of anything.</summary>
    Array,

    /// <summary>The values of an enum.</summary>
    Values,
    StringArray,

    /// <summary>A type, or an array of types.</summary>
    Types,

    /// <summary>What an operation can be declared to be.</summary>
    OperationKind,

    /// <summary>An object with the keywords of <see cref="KeywordRule.Of"/>.</summary>
    Object,
    ObjectOrBoolean,
    ObjectArray,

    /// <summary>An object whose members are named as one likes.</summary>
    Map,
    ObjectMap,
    StringMap,
}

/// <summary>The value that a keyword has.</summary>
/// <param name="Of">What the value, each item of it or each member of it is, where that is an object.</param>
/// <param name="IsReported">Whether the keyword is known but has no effect, which is to be said.</param>
internal sealed record KeywordRule(ValueForm Form, OpenApiObject? Of = null, bool IsReported = false);

/// <summary>One of the objects that OpenAPI defines, by its keywords.</summary>
/// <param name="name">What messages call it, with its article.</param>
internal sealed class OpenApiObject(string name)
{
    private readonly Dictionary<string, KeywordRule> _keywords = new(StringComparer.Ordinal);

    public string Name => name;

    public IEnumerable<string> Keywords => _keywords.Keys;

    /// <summary>The objects under names that are not keywords, such as the paths of a document.</summary>
    public OpenApiObject? Members { get; init; }

    /// <summary>Whether a reference can stand for the object.</summary>
    public bool CanBeReference { get; init; }

    public KeywordRule? Find(string keyword) => _keywords.TryGetValue(keyword, out KeywordRule? rule) ? rule : null;

    /// <summary>Adds keywords of one form; objects contain each other, so they are made first and filled afterwards.</summary>
    public OpenApiObject With(ValueForm form, params string[] keywords) => With(form, of: null, keywords);

    public OpenApiObject With(ValueForm form, OpenApiObject? of, params string[] keywords) => Add(new KeywordRule(form, of), keywords);

    /// <summary>Adds keywords that are known and have no effect.</summary>
    public OpenApiObject Without(params string[] keywords) => Add(new KeywordRule(ValueForm.Any, IsReported: true), keywords);

    private OpenApiObject Add(KeywordRule rule, string[] keywords)
    {
        foreach (string keyword in keywords)
        {
            _keywords.Add(keyword, rule);
        }

        return this;
    }
}
