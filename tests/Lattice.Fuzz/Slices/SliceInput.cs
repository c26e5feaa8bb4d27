using Lattice.Fuzz.Findings;
using Lattice.Fuzz.Running;
using Lattice.Stripe.Testing;
using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace Lattice.Fuzz.Slices;

/// <summary>A slice.</summary>
/// <param name="slice">The text of the slice.</param>
/// <param name="compiled">Compiles what is emitted for it.</param>
internal sealed class SliceInput(string slice, CompiledOutputs compiled) : IFuzzInput
{
    // Not that of the SDK, which the compiler sees as well.
    private const string Namespace = "Shop.Payments";

    public IEnumerable<InputFile> Files => [new("slice.json", slice)];

    public Task<IReadOnlyList<Violation>> CheckAsync()
    {
        var harness = new GeneratorHarness(slice, Namespace);
        var reading = new SliceReading(
            slice,
            harness.Run(),
            compiled.Compile(harness),
            SameSlice.Reverse(slice) is { } reversed ? Generate(reversed) : null,
            ReadByStandIn());
        return Task.FromResult(SliceInvariants.Check(reading));
    }

    private static GeneratorRunResult Generate(string slice) => new GeneratorHarness(slice, Namespace).Run();

    private Exception? ReadByStandIn()
    {
        try
        {
            StripeSlice.Parse(slice);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
