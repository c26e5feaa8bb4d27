namespace Lattice.Conformance.Reporting;

/// <summary>Collects the misses of a run, each once.</summary>
internal sealed class MissLog
{
    private readonly HashSet<(Check, string?, string)> _known = [];
    private readonly List<Miss> _misses = [];

    public IReadOnlyList<Miss> Misses => _misses;

    public void Add(Check check, string? create, string reason, string? circumstance = null)
    {
        if (_known.Add((check, create, reason)))
        {
            _misses.Add(new Miss(check, create, reason, circumstance));
        }
    }

    /// <summary>How many of the creates have no miss of this check.</summary>
    public int CountWithout(Check check, IEnumerable<string> creates)
    {
        HashSet<string?> missed = [.. _misses.Where(miss => miss.Check == check).Select(miss => miss.Create)];
        return creates.Count(create => !missed.Contains(create));
    }
}
