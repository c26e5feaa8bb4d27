namespace Lattice.Conformance.Reporting;

/// <summary>Collects the distinct mismatches of a run.</summary>
internal sealed class MismatchLog
{
    private readonly HashSet<(Check, string?, string)> _known = [];
    private readonly List<Mismatch> _mismatches = [];

    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    public void Add(Check check, string? create, string reason, string? sample = null)
    {
        if (_known.Add((check, create, reason)))
        {
            _mismatches.Add(new Mismatch(check, create, reason, sample));
        }
    }

    /// <summary>Returns the number of operations without a mismatch in a check.</summary>
    public int CountWithout(Check check, IEnumerable<string> creates)
    {
        HashSet<string?> mismatched = [.. _mismatches.Where(mismatch => mismatch.Check == check).Select(mismatch => mismatch.Create)];
        return creates.Count(create => !mismatched.Contains(create));
    }
}
