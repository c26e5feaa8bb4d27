using System.Collections.Concurrent;
using System.Text;
using Lattice.Fuzz.Findings;
using Lattice.Fuzz.Running;
using Lattice.Fuzz.Tests.Support;

namespace Lattice.Fuzz.Tests;

/// <summary>A run reports what its inputs break, and each input can be repeated alone.</summary>
public sealed class TargetRunTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fuzz-");
    private readonly ConcurrentQueue<Finding> _findings = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_violation_is_a_finding_with_its_input()
    {
        TargetResult result = await RunAsync(Check(number => number % 10 == 0), count: 100);

        Assert.Equal((100, _findings.Count), (result.Iterations, result.Findings));
        Assert.NotEmpty(_findings);
        Assert.All(_findings, finding => Assert.Equal([new Violation("It is not divisible by ten.", "It is.")], finding.Violations));
        Assert.All(_findings, finding => Assert.EndsWith("0", Read(finding), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_input_alone_is_the_same_as_among_others()
    {
        await RunAsync(Check(_ => true), count: 15);
        Dictionary<long, string> all = _findings.ToDictionary(finding => finding.Iteration, Read);
        _findings.Clear();

        await RunAsync(Check(_ => true), count: 1, first: 11);

        Finding alone = Assert.Single(_findings);
        Assert.Equal((11, all[11]), (alone.Iteration, Read(alone)));
        Assert.Equal(15, all.Values.Distinct().Count());
    }

    [Fact]
    public async Task Another_seed_has_other_inputs()
    {
        await RunAsync(Check(_ => true), count: 1);
        await RunAsync(Check(_ => true), count: 1, seed: 2);

        Assert.Equal(2, _findings.Select(Read).Distinct().Count());
    }

    [Fact]
    public async Task An_exception_is_a_finding()
    {
        await RunAsync(_ => throw new InvalidOperationException("broken"), count: 1);

        Violation violation = Assert.Single(Assert.Single(_findings).Violations);
        Assert.Equal("No input leads to an exception.", violation.Invariant);
        Assert.Contains("InvalidOperationException: broken", violation.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_does_not_end_is_a_finding()
    {
        using var stop = new ManualResetEventSlim();
        await RunAsync(
            _ =>
            {
                stop.Wait();
                return Task.FromResult<IReadOnlyList<Violation>>([]);
            },
            count: 1,
            limit: TimeSpan.FromMilliseconds(50));
        stop.Set();

        Assert.Equal("Every input ends.", Assert.Single(Assert.Single(_findings).Violations).Invariant);
    }

    [Fact]
    public async Task A_run_ends_early_if_everything_is_broken()
    {
        TargetResult result = await RunAsync(Check(_ => true), count: 10_000);

        Assert.InRange(result.Findings, TargetRun.MaxFindings, TargetRun.MaxFindings + Environment.ProcessorCount);
    }

    [Fact]
    public async Task No_file_names_an_input_after_the_run()
    {
        string[] during = [];
        await RunAsync(
            _ =>
            {
                during = Directory.GetFiles(_folder.FullName);
                return Task.FromResult<IReadOnlyList<Violation>>([]);
            },
            count: 1);

        Assert.StartsWith("running-", Path.GetFileName(Assert.Single(during)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task A_finding_is_printed_with_what_repeats_it_and_its_input_is_saved()
    {
        using var output = new StringWriter();
        var writer = new FindingWriter(output, _folder.FullName);
        await RunAsync(Check(_ => true), count: 1, first: 4711);

        writer.Write(Assert.Single(_findings));

        string text = output.ToString().ReplaceLineEndings("\n");
        Assert.StartsWith("stub: seed 1, iteration 4711\n  broken: It is not divisible by ten.\n    It is.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("-- --target stub --case 1:4711\n", text, StringComparison.Ordinal);
        Assert.Equal(
            Read(Assert.Single(_findings)), File.ReadAllText(Path.Combine(_folder.FullName, "stub-1-4711", "number.txt")));
    }

    private static Func<int, Task<IReadOnlyList<Violation>>> Check(Func<int, bool> isBroken) => number =>
        Task.FromResult<IReadOnlyList<Violation>>(isBroken(number) ? [new Violation("It is not divisible by ten.", "It is.")] : []);

    private static string Read(Finding finding) => Encoding.UTF8.GetString(Assert.Single(finding.Files).Content);

    private Task<TargetResult> RunAsync(
        Func<int, Task<IReadOnlyList<Violation>>> check, long count, long first = 0, int seed = 1, TimeSpan? limit = null) =>
        new TargetRun(new StubTarget(check), seed, _folder.FullName, limit ?? s_limit)
            .RunAsync(first, count, time: null, _findings.Enqueue, CancellationToken.None);
}
