using System.Collections.Immutable;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>What is known about each result. Results that are not in it are from elsewhere.</summary>
internal sealed class Facts : IEquatable<Facts>
{
    public static readonly Facts None = new(ImmutableDictionary<int, Knowledge>.Empty);

    private readonly ImmutableDictionary<int, Knowledge> _known;

    private Facts(ImmutableDictionary<int, Knowledge> known) => _known = known;

    public Knowledge this[int result] => _known.TryGetValue(result, out Knowledge knowledge) ? knowledge : Knowledge.Elsewhere;

    public Facts With(int result, Knowledge knowledge) =>
        new(knowledge == Knowledge.Elsewhere ? _known.Remove(result) : _known.SetItem(result, knowledge));

    /// <summary>Keeps what is known about successes, and about results that are not to be forgotten.</summary>
    public Facts Forget(Func<int, bool> isForgotten)
    {
        IEnumerable<int> forgotten = _known
            .Where(fact => fact.Value != Knowledge.Success && isForgotten(fact.Key))
            .Select(fact => fact.Key);
        return new Facts(_known.RemoveRange(forgotten.ToList()));
    }

    /// <summary>Keeps nothing about the results to clear.</summary>
    public Facts Clear(Func<int, bool> isCleared) => new(_known.RemoveRange(_known.Keys.Where(isCleared).ToList()));

    /// <summary>What is known where two paths meet; <see langword="null"/> is a path that is never taken.</summary>
    public static Facts? Join(Facts? left, Facts? right)
    {
        if (left is null || right is null || left.Equals(right))
        {
            return left ?? right;
        }

        Facts joined = None;
        foreach (int result in left._known.Keys.Union(right._known.Keys))
        {
            joined = joined.With(result, Join(left[result], right[result]));
        }

        return joined;
    }

    /// <summary>What is known if both are true; <see langword="null"/> if both cannot be.</summary>
    public static Facts? Meet(Facts? left, Facts? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        Facts met = None;
        foreach (int result in left._known.Keys.Union(right._known.Keys))
        {
            if (Meet(left[result], right[result]) is not { } knowledge)
            {
                return null;
            }

            met = met.With(result, knowledge);
        }

        return met;
    }

    /// <summary>What is known after a check; <see langword="null"/> if the opposite was known.</summary>
    public Facts? Learn(int result, Knowledge knowledge) =>
        Meet(this[result], knowledge) is { } learned ? With(result, learned) : null;

    public bool Equals(Facts? other) =>
        other is not null && _known.Count == other._known.Count && _known.All(fact => other[fact.Key] == fact.Value);

    public override bool Equals(object? obj) => Equals(obj as Facts);

    public override int GetHashCode() => _known.Count;

    private static Knowledge Join(Knowledge left, Knowledge right) => (left, right) switch
    {
        _ when left == right => left,
        (Knowledge.Success or Knowledge.Elsewhere, Knowledge.Success or Knowledge.Elsewhere) => Knowledge.Elsewhere,
        _ => Knowledge.Open,
    };

    private static Knowledge? Meet(Knowledge left, Knowledge right) => (left, right) switch
    {
        _ when left == right => left,
        (Knowledge.Success, Knowledge.Failure) or (Knowledge.Failure, Knowledge.Success) => null,
        (Knowledge.Success, _) or (_, Knowledge.Success) => Knowledge.Success,
        (Knowledge.Failure, _) or (_, Knowledge.Failure) => Knowledge.Failure,
        _ => Knowledge.Elsewhere,
    };
}
