using Lattice.Spec.Stripe;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>A path of the slice, such as <c>/v1/accounts/{account}/persons</c>.</summary>
internal sealed class PathTemplate
{
    private readonly string[] _segments;

    public PathTemplate(string template)
    {
        Text = template;
        _segments = template.Split('/');
    }

    public string Text { get; }

    /// <summary>The names of the parameters, in order.</summary>
    public IEnumerable<string> ParameterNames => _segments.Where(IsParameter).Select(segment => segment[1..^1]);

    /// <summary>
    /// The names by which objects refer to those that the parameters identify, in order: the name of the parameter, or, if that is
    /// <c>id</c>, the collection before it in the singular.
    /// </summary>
    public IReadOnlyList<string> ReferenceNames =>
    [
        .. Enumerable.Range(0, _segments.Length).Where(i => IsParameter(_segments[i])).Select(i => _segments[i] == "{id}"
            ? CollectionBefore(i)
            : _segments[i][1..^1]),
    ];

    /// <summary>
    /// The collection before the last parameter in the singular: <c>card</c> of <c>/cards/{card}/ship</c>; empty if absent.
    /// </summary>
    public string LastCollection => Array.FindLastIndex(_segments, IsParameter) is > 0 and var index ? CollectionBefore(index) : "";

    /// <summary>The last segment; null if it is a parameter.</summary>
    public string? LastLiteral => EndsInParameter ? null : _segments[^1];

    /// <summary>The path with all parameters alike.</summary>
    public string Shape => ShapeOf(_segments);

    /// <summary>The path up to one of its parameters, with all parameters alike.</summary>
    public string ShapeTo(int parameter)
    {
        int[] indices = [.. Enumerable.Range(0, _segments.Length).Where(i => IsParameter(_segments[i]))];
        return ShapeOf(_segments[..(indices[parameter] + 1)]);
    }

    /// <summary>Whether the path ends in a parameter, so that it is the path of an object, not of a collection.</summary>
    public bool EndsInParameter => IsParameter(_segments[^1]);

    /// <summary>Sorts literal segments before parameters, so that the first match is the best one.</summary>
    public string SortKey => string.Concat(_segments.Select(segment => IsParameter(segment) ? '1' : '0'));

    /// <summary>The decoded path parameters if the segments of a path match; otherwise, null.</summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != _segments.Length)
        {
            return null;
        }

        List<string> parameters = [];
        for (int i = 0; i < segments.Count; i++)
        {
            string segment = Uri.UnescapeDataString(segments[i]);
            if (!IsParameter(_segments[i]))
            {
                if (segment != _segments[i])
                {
                    return null;
                }
            }
            else
            {
                if (segment.Length == 0)
                {
                    return null;
                }

                parameters.Add(segment);
            }
        }

        return parameters;
    }

    private static string ShapeOf(IEnumerable<string> segments)
        => string.Join('/', segments.Select(segment => IsParameter(segment) ? "{}" : segment));

    private string CollectionBefore(int index) => Inflector.Singularize(_segments[index - 1]);

    // Operations of paths with a parameter inside a segment are not read.
    private static bool IsParameter(string segment) => OperationPath.IsPlaceholder(segment);
}
