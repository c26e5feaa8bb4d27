using System.Diagnostics;
using Lattice.Fuzz.Findings;

namespace Lattice.Fuzz.Running;

/// <summary>Runs a target with one input after the other, on all processors.</summary>
/// <param name="target">The target.</param>
/// <param name="seed">The seed of the inputs.</param>
/// <param name="folder">The folder for the names of the inputs in progress.</param>
/// <param name="timeLimit">The time for one input. Far more than any needs, so exceeding it is a finding.</param>
internal sealed class TargetRun(IFuzzTarget target, int seed, string folder, TimeSpan timeLimit)
{
    /// <summary>The number of findings after which a run stops, because the next ones have most likely the same causes.</summary>
    public const int MaxFindings = 20;

    private long _next;
    private long _iterations;
    private int _findings;

    /// <summary>Runs inputs until one of the limits is reached.</summary>
    /// <param name="first">The number of the first input.</param>
    /// <param name="count">The number of inputs; <see langword="null"/> for no limit.</param>
    /// <param name="time">The time; <see langword="null"/> for no limit.</param>
    /// <param name="report">Called for each finding, by several threads at once.</param>
    /// <param name="cancellationToken">Ends the run after the inputs in progress.</param>
    public async Task<TargetResult> RunAsync(
        long first, long? count, TimeSpan? time, Action<Finding> report, CancellationToken cancellationToken)
    {
        _next = first;
        var clock = Stopwatch.StartNew();
        bool GoesOn(long iteration) => (count is null || iteration - first < count)
            && (time is null || clock.Elapsed < time) && Volatile.Read(ref _findings) < MaxFindings
            && !cancellationToken.IsCancellationRequested;
        int workers = count is { } few ? (int)Math.Min(few, Environment.ProcessorCount) : Environment.ProcessorCount;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(
            () => WorkAsync(worker, GoesOn, report), CancellationToken.None)));
        return new TargetResult(target.Name, _iterations, clock.Elapsed, _findings);
    }

    private async Task WorkAsync(int worker, Func<long, bool> goesOn, Action<Finding> report)
    {
        using var current = new CurrentInput(folder, worker);
        for (long iteration = Interlocked.Increment(ref _next) - 1; goesOn(iteration); iteration = Interlocked.Increment(ref _next) - 1)
        {
            current.Set(target.Name, seed, iteration);
            if (await FindAsync(iteration) is { } finding)
            {
                Interlocked.Increment(ref _findings);
                report(finding);
            }

            Interlocked.Increment(ref _iterations);
        }
    }

    /// <summary>Runs one input.</summary>
    private async Task<Finding?> FindAsync(long iteration)
    {
        IFuzzInput? input = null;
        IReadOnlyList<Violation> violations;
        try
        {
            input = target.Create(IterationRandom.Create(target.Name, seed, iteration));

            // On a thread of its own, because an input that does not end may never wait for anything.
            violations = await Task.Run(input.CheckAsync).WaitAsync(timeLimit);
        }
        catch (TimeoutException)
        {
            violations = [new Violation("Every input ends.", $"It did not end within {timeLimit.TotalSeconds:0} s.")];
        }
        catch (Exception exception)
        {
            violations = [new Violation("No input leads to an exception.", exception.ToString())];
        }

        return violations.Count == 0 ? null : new Finding(target.Name, seed, iteration, violations, [.. input?.Files ?? []]);
    }
}

/// <summary>What a run did.</summary>
internal sealed record TargetResult(string Target, long Iterations, TimeSpan Time, int Findings);
