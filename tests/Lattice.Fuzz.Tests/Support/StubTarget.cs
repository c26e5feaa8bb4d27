using System.Globalization;
using Lattice.Fuzz.Findings;
using Lattice.Fuzz.Running;

namespace Lattice.Fuzz.Tests.Support;

/// <summary>A target whose inputs do what a test says.</summary>
/// <param name="check">Checks the input with a random number, which is its only content.</param>
internal sealed class StubTarget(Func<int, Task<IReadOnlyList<Violation>>> check) : IFuzzTarget
{
    public string Name => "stub";

    public IFuzzInput Create(Random random) => new Input(random.Next(), check);

    private sealed class Input(int number, Func<int, Task<IReadOnlyList<Violation>>> check) : IFuzzInput
    {
        public IEnumerable<InputFile> Files => [new("number.txt", number.ToString(CultureInfo.InvariantCulture))];

        public Task<IReadOnlyList<Violation>> CheckAsync() => check(number);
    }
}
