namespace Lattice.Stripe.Testing.Stubs;

/// <summary>The stubs for the next requests of one operation, in order.</summary>
internal sealed class StubQueue
{
    private readonly object _gate = new();
    private readonly LinkedList<(Stub Stub, int? Times)> _stubs = [];

    /// <summary>Adds a stub for one request.</summary>
    /// <exception cref="InvalidOperationException">The last stub is for all following requests.</exception>
    public void Add(Stub stub)
    {
        lock (_gate)
        {
            if (_stubs.Last is { Value.Times: null })
            {
                throw new InvalidOperationException("The last stub is for all following requests, so no other stub can follow it.");
            }

            _stubs.AddLast((stub, 1));
        }
    }

    /// <summary>Sets the number of requests that the last stub is for; null: all following requests.</summary>
    /// <exception cref="InvalidOperationException">There is no stub.</exception>
    public void Repeat(int? times) => ChangeLast(last => last with { Times = times });

    /// <summary>Sets the delay of the last stub.</summary>
    /// <exception cref="InvalidOperationException">There is no stub.</exception>
    public void Delay(TimeSpan delay) => ChangeLast(last => last with { Stub = last.Stub with { Delay = delay } });

    /// <summary>Removes the stub of the next request; null if no stub waits, or if the predicate excludes it.</summary>
    public Stub? Dequeue(Func<Stub, bool> predicate)
    {
        lock (_gate)
        {
            if (_stubs.First is not { } first || !predicate(first.Value.Stub))
            {
                return null;
            }

            Stub stub = first.Value.Stub;
            if (first.Value.Times is 1)
            {
                _stubs.RemoveFirst();
            }
            else
            {
                first.Value = first.Value with { Times = first.Value.Times - 1 };
            }

            return stub;
        }
    }

    private void ChangeLast(Func<(Stub Stub, int? Times), (Stub Stub, int? Times)> change)
    {
        lock (_gate)
        {
            LinkedListNode<(Stub Stub, int? Times)> last = _stubs.Last ?? throw new InvalidOperationException(
                "There is no stub to change: add one first. It may also have been used up already.");
            last.Value = change(last.Value);
        }
    }
}
