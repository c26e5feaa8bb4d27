namespace Lattice.Fuzz.Findings;

/// <summary>Collects what an input broke.</summary>
internal sealed class Violations
{
    private readonly List<Violation> _all = [];

    public IReadOnlyList<Violation> All => _all;

    /// <summary>Adds a violation unless the invariant is true.</summary>
    public void Require(bool isTrue, string invariant, Func<string> detail)
    {
        if (!isTrue)
        {
            _all.Add(new Violation(invariant, detail()));
        }
    }

    public void Add(string invariant, string detail) => _all.Add(new Violation(invariant, detail));

    public void Add(IEnumerable<Violation> violations) => _all.AddRange(violations);
}
