using Lattice.Fuzz.Running;
using Lattice.TestSupport;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Requests;

/// <summary>The stand-in, with requests that have errors.</summary>
internal sealed class RequestTarget : IFuzzTarget
{
    public const string TargetName = "requests";

    private const int MaxRequests = 5;

    private readonly RequestSeeds[] _seeds;

    public RequestTarget()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Testing.Tests");
        _seeds =
        [
            new(File.ReadAllText(Repository.Slice)),
            new(File.ReadAllText(Path.Combine(folder, "shop.json"))),
            new(File.ReadAllText(Path.Combine(folder, "widgets.json"))),
        ];
    }

    public string Name => TargetName;

    public IFuzzInput Create(Random random)
    {
        RequestSeeds seeds = random.Pick(_seeds);
        var mutator = new RequestMutator(random, seeds);
        return new RequestInput(seeds.Slice, [.. Enumerable.Range(0, random.Next(1, MaxRequests + 1)).Select(_ => mutator.Create())]);
    }
}
