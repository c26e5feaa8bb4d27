using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe.Testing.Stubs;

/// <summary>The steps that the requests of one operation are going to meet with, in their order.</summary>
internal sealed class StubQueue
{
    private readonly object _gate = new();
    private readonly LinkedList<(Stub Stub, int? Times)> _steps = [];

    /// <summary>Adds a step for one request.</summary>
    /// <exception cref="InvalidOperationException">The last step holds for ever.</exception>
    public void Add(Stub step)
    {
        lock (_gate)
        {
            if (_steps.Last is { Value.Times: null })
            {
                throw new InvalidOperationException("The last step is for every request from then on: no other can follow it.");
            }

            _steps.AddLast((step, 1));
        }
    }

    /// <summary>Says for how many requests the last step is; null: for all from then on.</summary>
    /// <exception cref="InvalidOperationException">There is no step.</exception>
    public void Repeat(int? times) => ChangeLast(last => last with { Times = times });

    /// <summary>Says how long the last step waits.</summary>
    /// <exception cref="InvalidOperationException">There is no step.</exception>
    public void Delay(TimeSpan delay) => ChangeLast(last => last with { Stub = last.Stub with { Delay = delay } });

    /// <summary>Takes the step of the next request.</summary>
    public bool TryDequeue([NotNullWhen(true)] out Stub? step)
    {
        lock (_gate)
        {
            step = null;
            if (_steps.First is not { } first)
            {
                return false;
            }

            step = first.Value.Stub;
            if (first.Value.Times is 1)
            {
                _steps.RemoveFirst();
            }
            else
            {
                first.Value = first.Value with { Times = first.Value.Times - 1 };
            }

            return true;
        }
    }

    private void ChangeLast(Func<(Stub Stub, int? Times), (Stub Stub, int? Times)> change)
    {
        lock (_gate)
        {
            LinkedListNode<(Stub Stub, int? Times)> last = _steps.Last ?? throw new InvalidOperationException(
                "There is no step to change: say first what is to happen, or it has been used up already.");
            last.Value = change(last.Value);
        }
    }
}
