using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>What is known about a value: an immutable set of traces.</summary>
internal sealed class Traces
{
    public static readonly Traces None = new(ImmutableArray<Trace>.Empty);

    // A value with more is of no use to a person, and would take time.
    private const int Maximum = 32;

    private readonly ImmutableArray<Trace> _items;

    private Traces(ImmutableArray<Trace> items) => _items = items;

    public bool IsEmpty => _items.IsEmpty;

    public int Count => _items.Length;

    public IEnumerable<Trace> Items => _items;

    public static Traces Of(Trace trace) => new(ImmutableArray.Create(trace));

    public bool Has(TraceKind kind) => _items.Any(trace => trace.Kind == kind && trace.Path.Length == 0);

    public Traces Union(Traces other)
    {
        if (other.IsEmpty || ReferenceEquals(this, other))
        {
            return this;
        }

        return IsEmpty ? other : Create(_items.Concat(other._items));
    }

    /// <summary>The traces of an object that has the value in a member, an element, or as the result of a delegate.</summary>
    public Traces Within(string segment) => Select(trace =>
        IsSecret(trace) && TracePath.TryPrepend(segment, trace.Path) is { } path ? trace.At(path) : null);

    /// <summary>The traces of a member.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="leaf">The expression that reads it.</param>
    public Traces OfMember(string name, IOperation leaf) => Enter(path => TracePath.TryEnterMember(path, name), leaf);

    /// <summary>The traces of an element; those of all if the key is <see langword="null"/>.</summary>
    public Traces OfElement(object? key, IOperation? leaf) => Enter(path => TracePath.TryEnterElement(path, key), leaf);

    /// <summary>The traces of what a delegate returns.</summary>
    public Traces OfReturned() => Enter(TracePath.TryEnterReturned, leaf: null);

    /// <summary>The traces of a text that the value is written to.</summary>
    public Traces InText(Visibility visibility = Visibility.Text) => Select(trace =>
        trace.Kind == TraceKind.Text && TracePath.IsVisible(trace.Path, visibility) ? trace.Composed() : null);

    /// <summary>The traces of an expression that reads a variable.</summary>
    public Traces ReadAt(IOperation leaf) => Select(trace => trace.Read(leaf));

    /// <summary>The traces without those of a member or an element, which gets another value.</summary>
    public Traces Without(string segment) => Select(trace => TracePath.StartsWith(trace.Path, segment) ? null : trace);

    public Traces Where(Func<Trace, bool> condition) => Select(trace => condition(trace) ? trace : null);

    private Traces Enter(Func<string, string?> enter, IOperation? leaf) => Select(trace => enter(trace.Path) is { } path
        ? (leaf is not null && IsVariable(trace.Leaf) ? trace.Read(leaf) : trace).At(path)
        : null);

    private Traces Select(Func<Trace, Trace?> change) => IsEmpty ? this : Create(_items.Select(change).OfType<Trace>());

    private static Traces Create(IEnumerable<Trace> items)
    {
        ImmutableArray<Trace> distinct = items.Distinct().Take(Maximum).ToImmutableArray();
        return distinct.IsEmpty ? None : new(distinct);
    }

    private static bool IsVariable(IOperation leaf) =>
        leaf is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation;

    private static bool IsSecret(Trace trace) => trace.Kind is TraceKind.Text or TraceKind.Secret;
}
