namespace Lattice.Conformance.Reporting;

/// <summary>Collects the misses of a run, each once.</summary>
internal sealed class MismatchLog
{
    private readonly HashSet<(Check, string?, string)> _known = [];
    private readonly List<Mismatch> _mismatches = [];

    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    public void Add(Check check, string? create, string reason, string? circumstance = null)
    {
        if (_known.Add((check, create, reason)))
        {
            _mismatches.Add(new Mismatch(check, create, reason, circumstance));
        }
    }

    /// <summary>How many of the creates have no miss of this check.</summary>
    public int CountWithout(Check check, IEnumerable<string> creates)
    {
        HashSet<string?> missed = [.. _mismatches.Where(mismatch => mismatch.Check == check).Select(mismatch => mismatch.Create)];
        return creates.Count(create => !missed.Contains(create));
    }
}
