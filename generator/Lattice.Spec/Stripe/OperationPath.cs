namespace Lattice.Spec.Stripe;

/// <summary>The path of an operation in segments: <c>/v1/accounts/{account}/login_links</c>.</summary>
internal sealed class OperationPath
{
    /// <summary>The error of a path with <see cref="HasPartialPlaceholder"/>.</summary>
    public const string PartialPlaceholder = "a placeholder that is only a part of a path segment is not supported";

    public OperationPath(string text)
    {
        Text = text;
        Segments = text.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        Version = Segments.Count > 0 && Segments[0] is "v1" or "v2" ? Segments[0] : "";
    }

    public string Text { get; }

    public IReadOnlyList<string> Segments { get; }

    /// <summary><c>v1</c>, <c>v2</c>, or empty.</summary>
    public string Version { get; }

    public string Last => Segments.Count == 0 ? "" : Segments[Segments.Count - 1];

    /// <summary>The segments after the version.</summary>
    public IEnumerable<string> Resources => Segments.Skip(Version.Length == 0 ? 0 : 1);

    /// <summary>Each <c>{placeholder}</c> without its braces, with the segment before it.</summary>
    public IEnumerable<(string Name, string Parent)> Parameters
    {
        get
        {
            for (int i = 0; i < Segments.Count; i++)
            {
                if (IsPlaceholder(Segments[i]))
                {
                    yield return (Segments[i].Trim('{', '}'), i == 0 ? "" : Segments[i - 1]);
                }
            }
        }
    }

    /// <summary>Whether a placeholder is only a part of a segment: <c>/v1/files/{file}.pdf</c>.</summary>
    public bool HasPartialPlaceholder => Segments.Any(segment =>
        segment.IndexOfAny(['{', '}']) >= 0
            && (segment.Length < 3 || segment[0] != '{' || segment.IndexOfAny(['{', '}'], 1) != segment.Length - 1));

    public static bool IsPlaceholder(string segment) => segment.StartsWith("{", StringComparison.Ordinal);
}
