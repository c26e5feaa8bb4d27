namespace Lattice.Generator.Emitting;

/// <summary>
/// Finds the next occurrence of a text. Searches start further and further on, so that a result holds until a start is past it, and all
/// searches together read the text once.
/// </summary>
internal sealed class NextIndex(string text, string sought)
{
    private int _known;
    private bool _isSearched;

    /// <summary>The first index at or after the start; -1 if not found.</summary>
    public int From(int start)
    {
        if (!_isSearched || (_known >= 0 && _known < start))
        {
            _isSearched = true;
            _known = start > text.Length ? -1 : text.IndexOf(sought, start, StringComparison.OrdinalIgnoreCase);
        }

        return _known;
    }
}
