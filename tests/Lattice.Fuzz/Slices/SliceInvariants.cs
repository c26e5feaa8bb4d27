using Lattice.Fuzz.Findings;
using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace Lattice.Fuzz.Slices;

/// <summary>What is true of any slice.</summary>
internal static class SliceInvariants
{
    public const string Diagnostics = "Each diagnostic is documented, has the location of a value, and is reported once.";
    public const string Compiles = "What the generator emits compiles without an error or a warning.";
    public const string HintNames = "The name of an emitted file has at most 120 characters.";
    public const string Order = "The order of keys does not change what is emitted.";
    public const string StandIn = "StripeSlice.Parse throws nothing but InvalidDataException.";

    private const int MaxHintName = 120;

    public static IReadOnlyList<Violation> Check(SliceReading reading)
    {
        var violations = new Violations();
        if (reading.Result.Exception is { } exception)
        {
            violations.Add("The generator throws no exception.", exception.ToString());
            return violations.All;
        }

        foreach (string failure in DiagnosticCheck.FindFailures(reading.Result.Diagnostics, reading.Slice))
        {
            violations.Add(Diagnostics, failure);
        }

        violations.Require(reading.CompilerErrors.Count == 0, Compiles, () => string.Join('\n', reading.CompilerErrors.Take(10)));
        violations.Add(CheckHintNames(reading.Result.GeneratedSources.Select(source => source.HintName)));
        if (reading.Reversed is { } reversed)
        {
            violations.Require(
                EmittedText.Of(reversed) == EmittedText.Of(reading.Result), Order, () => DescribeDifference(reading.Result, reversed));
        }

        violations.Require(reading.StandIn is null or InvalidDataException, StandIn, () => reading.StandIn!.ToString());
        return violations.All;
    }

    public static IEnumerable<Violation> CheckHintNames(IEnumerable<string> names) =>
        names.Where(name => name.Length > MaxHintName).Select(name => new Violation(HintNames, name));

    private static string DescribeDifference(GeneratorRunResult first, GeneratorRunResult second)
    {
        string[] firstLines = EmittedText.Of(first).Split('\n');
        string[] secondLines = EmittedText.Of(second).Split('\n');
        int index = firstLines.Zip(secondLines).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{firstLines.ElementAtOrDefault(index)}\n{secondLines.ElementAtOrDefault(index)}";
    }
}
