namespace Lattice.Conformance.Reporting;

/// <summary>Collects the distinct mismatches of a run.</summary>
internal sealed class MismatchLog
{
    private readonly HashSet<(Check, string?, string)> _known = [];
    private readonly List<Mismatch> _mismatches = [];

    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    public void Add(Check check, string? operation, string reason, string? sample = null)
    {
        if (_known.Add((check, operation, reason)))
        {
            _mismatches.Add(new Mismatch(check, operation, reason, sample));
        }
    }

    /// <summary>Returns the number of operations without a mismatch in a check.</summary>
    public int CountWithout(Check check, IEnumerable<string> operations)
    {
        HashSet<string?> mismatched = [.. _mismatches.Where(mismatch => mismatch.Check == check).Select(mismatch => mismatch.Operation)];
        return operations.Count(operation => !mismatched.Contains(operation));
    }
}
