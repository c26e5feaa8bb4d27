using System.Collections.Immutable;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>What is known at a point of a method: about results, and about variables that say something about them.</summary>
internal sealed class ResultState : IEquatable<ResultState>
{
    public static readonly ResultState Start = new(Facts.None, ImmutableDictionary<int, Split>.Empty, ImmutableDictionary<int, int>.Empty);

    // A variable such as `bool ok = result.IsSuccess`, with what is known if it is true (or not null) and if it is false (or null).
    private readonly ImmutableDictionary<int, Split> _splits;

    // A variable that holds the Value of a result, and that result.
    private readonly ImmutableDictionary<int, int> _copies;

    private ResultState(Facts facts, ImmutableDictionary<int, Split> splits, ImmutableDictionary<int, int> copies)
    {
        Facts = facts;
        _splits = splits;
        _copies = copies;
    }

    public Facts Facts { get; }

    /// <summary>The result whose <c>Value</c> a variable holds.</summary>
    public int? GetResultOfCopy(int variable) => _copies.TryGetValue(variable, out int result) ? result : null;

    /// <returns><see langword="null"/> if the opposite is known, so that this point is never reached.</returns>
    public ResultState? Learn(int result, Knowledge knowledge) =>
        Change(facts => facts?.Learn(result, knowledge));

    public ResultState Forget(Func<int, bool> isForgotten) => Change(facts => facts?.Forget(isForgotten))!;

    /// <summary>A variable gets another value, of which nothing is known yet.</summary>
    /// <param name="isWithin">Whether a result is the variable, or a member of it.</param>
    public ResultState Clear(int variable, Func<int, bool> isWithin)
    {
        ImmutableDictionary<int, int> copies = _copies.Remove(variable)
            .RemoveRange(_copies.Where(copy => copy.Value == variable).Select(copy => copy.Key).ToList());
        return new ResultState(Facts, _splits.Remove(variable), copies).Change(facts => facts?.Clear(isWithin))!;
    }

    public ResultState Assign(int result, Knowledge knowledge) => Change(facts => facts?.With(result, knowledge))!;

    public ResultState WithCopy(int variable, int result) => new(Facts, _splits, _copies.SetItem(variable, result));

    public ResultState WithSplit(int variable, Facts? whenTrue, Facts? whenFalse)
    {
        bool saysNothing = Facts.Equals(whenTrue) && Facts.Equals(whenFalse);
        return saysNothing ? this : new ResultState(Facts, _splits.SetItem(variable, new Split(whenTrue, whenFalse)), _copies);
    }

    /// <summary>What is known if a variable is true (or not null), or the opposite.</summary>
    /// <param name="isStable">Whether the variable is the same when it is asked for again, so that what is learned until then depends on it.</param>
    /// <returns><see langword="null"/> if it cannot be.</returns>
    public ResultState? Choose(int variable, bool outcome, bool isStable)
    {
        if (!_splits.TryGetValue(variable, out Split split))
        {
            return isStable
                ? new ResultState(Facts, _splits.SetItem(variable, new Split(outcome ? Facts : null, outcome ? null : Facts)), _copies)
                : this;
        }

        // Afterward, the variable has this value.
        Facts? chosen = outcome ? split.WhenTrue : split.WhenFalse;
        return Facts.Meet(Facts, chosen) is { } facts
            ? new ResultState(facts, _splits.SetItem(variable, new Split(outcome ? facts : null, outcome ? null : facts)), _copies)
            : null;
    }

    public static ResultState? Join(ResultState? left, ResultState? right)
    {
        if (left is null || right is null || left.Equals(right))
        {
            return left ?? right;
        }

        Facts facts = Facts.Join(left.Facts, right.Facts)!;
        ResultState joined = new(facts, ImmutableDictionary<int, Split>.Empty, ImmutableDictionary<int, int>.Empty);
        foreach (int variable in left._splits.Keys.Union(right._splits.Keys))
        {
            Split first = left.GetSplit(variable);
            Split second = right.GetSplit(variable);
            joined = joined.WithSplit(
                variable, Facts.Join(first.WhenTrue, second.WhenTrue), Facts.Join(first.WhenFalse, second.WhenFalse));
        }

        return left._copies.Where(copy => right.GetResultOfCopy(copy.Key) == copy.Value)
            .Aggregate(joined, (state, copy) => state.WithCopy(copy.Key, copy.Value));
    }

    public bool Equals(ResultState? other) =>
        other is not null && Facts.Equals(other.Facts)
            && _splits.Count == other._splits.Count && _splits.All(split => split.Value.Equals(other.GetSplit(split.Key)))
            && _copies.Count == other._copies.Count && _copies.All(copy => other.GetResultOfCopy(copy.Key) == copy.Value);

    public override bool Equals(object? obj) => Equals(obj as ResultState);

    public override int GetHashCode() => Facts.GetHashCode();

    private Split GetSplit(int variable) => _splits.TryGetValue(variable, out Split split) ? split : new Split(Facts, Facts);

    /// <summary>Applies a change to what is known now and to what would be known.</summary>
    private ResultState? Change(Func<Facts?, Facts?> change) =>
        change(Facts) is { } facts
            ? new ResultState(
                facts,
                _splits.IsEmpty ? _splits : _splits.ToImmutableDictionary(
                    split => split.Key, split => new Split(change(split.Value.WhenTrue), change(split.Value.WhenFalse))),
                _copies)
            : null;

    private readonly struct Split(Facts? whenTrue, Facts? whenFalse) : IEquatable<Split>
    {
        public Facts? WhenTrue { get; } = whenTrue;

        public Facts? WhenFalse { get; } = whenFalse;

        public bool Equals(Split other) => Equals(WhenTrue, other.WhenTrue) && Equals(WhenFalse, other.WhenFalse);

        public override bool Equals(object? obj) => obj is Split other && Equals(other);

        public override int GetHashCode() => 0;
    }
}
