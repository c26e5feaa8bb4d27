using BenchmarkDotNet.Running;
using Lattice.Benchmarks;

// The benchmarks of the generator and of the tool need Stripe's full specification, which is no part of this repository.
if (Environment.GetEnvironmentVariable(FullSpec.Variable) is not { Length: > 0 })
{
    Console.Error.WriteLine($"Set {FullSpec.Variable} to a folder that holds {FullSpec.FileName}, Stripe's specification of 2023-09-12 as JSON.");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(FullSpec).Assembly).Run(args);
return 0;
