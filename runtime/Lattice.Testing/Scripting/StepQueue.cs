using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe.Testing.Scripting;

/// <summary>The steps that the requests of one operation are going to meet with, in their order.</summary>
internal sealed class StepQueue
{
    private readonly object _gate = new();
    private readonly LinkedList<(Step Step, int? Times)> _steps = [];

    /// <summary>Adds a step for one request.</summary>
    /// <exception cref="InvalidOperationException">The last step holds for ever.</exception>
    public void Add(Step step)
    {
        lock (_gate)
        {
            if (_steps.Last is { Value.Times: null })
                throw new InvalidOperationException("The last step is for every request from then on: no other can follow it.");
            _steps.AddLast((step, 1));
        }
    }

    /// <summary>Says for how many requests the last step is; null: for all from then on.</summary>
    /// <exception cref="InvalidOperationException">There is no step.</exception>
    public void Repeat(int? times) => ChangeLast(last => last with { Times = times });

    /// <summary>Says how long the last step waits.</summary>
    /// <exception cref="InvalidOperationException">There is no step.</exception>
    public void Delay(TimeSpan delay) => ChangeLast(last => last with { Step = last.Step with { Delay = delay } });

    /// <summary>Takes the step of the next request.</summary>
    public bool TryTake([NotNullWhen(true)] out Step? step)
    {
        lock (_gate)
        {
            step = null;
            if (_steps.First is not { } first) return false;

            step = first.Value.Step;
            if (first.Value.Times is 1) _steps.RemoveFirst();
            else first.Value = first.Value with { Times = first.Value.Times - 1 };
            return true;
        }
    }

    private void ChangeLast(Func<(Step Step, int? Times), (Step Step, int? Times)> change)
    {
        lock (_gate)
        {
            LinkedListNode<(Step Step, int? Times)> last = _steps.Last ?? throw new InvalidOperationException(
                "There is no step to change: say first what is to happen, or it has been used up already.");
            last.Value = change(last.Value);
        }
    }
}
