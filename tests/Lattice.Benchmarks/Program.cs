using BenchmarkDotNet.Running;
using Lattice.Benchmarks.Generator;

BenchmarkSwitcher.FromAssembly(typeof(FullSpec).Assembly).Run(args);
