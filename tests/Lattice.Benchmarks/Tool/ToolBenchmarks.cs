using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Lattice.Benchmarks.Generator;

namespace Lattice.Benchmarks.Tool;

/// <summary>
/// Measures the command <c>lattice</c> with the full specification, each time in a new process. The peak memory is printed at the end.
/// </summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 1, warmupCount: 1, iterationCount: 15, invocationCount: 1)]
public class ToolBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lattice-").FullName;
    private long _peakBytes;

    [IterationSetup]
    public void Setup()
    {
        File.WriteAllText(Path.Combine(_folder, "slice.json"), "{ \"operations\": [] }");
        File.Delete(Path.Combine(_folder, "stripe.json"));
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        Console.WriteLine($"// Peak memory of a process: {_peakBytes / 1e6:0} MB");
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public void List() => Run("list");

    [Benchmark]
    public void Add() => Run("add", "PaymentIntent");

    private void Run(params string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Lattice.Slice.dll"), .. command, "--spec", FullSpec.FilePath])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            Environment =
            {
                ["LATTICE_CACHE"] = _folder,
                // The libraries beside this copy of the tool are those of the benchmarks.
                ["DOTNET_ROLL_FORWARD"] = "LatestMajor",
            },
        })!;
        process.OutputDataReceived += (_, _) => ReadMemory(process);
        process.BeginOutputReadLine();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"lattice {command[0]} exited with code {process.ExitCode}.");
        }
    }

    // The last lines are written when all work is done. The peak can be read only while the process runs.
    private void ReadMemory(Process process)
    {
        try
        {
            process.Refresh();
            _peakBytes = Math.Max(_peakBytes, process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            // The process has exited; the peak was read after an earlier line.
        }
    }
}
