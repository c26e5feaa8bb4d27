namespace Lattice.Parity.Comparing;

/// <summary>The result of sending the same requests to both servers.</summary>
/// <param name="Comparisons">All requests with their outcomes.</param>
internal sealed record ParityReport(IReadOnlyList<Comparison> Comparisons)
{
    public IEnumerable<Comparison> Known => Comparisons.Where(comparison => comparison.IsDifferent && comparison.Known is not null);

    public IEnumerable<Comparison> Unknown => Comparisons.Where(comparison => comparison.IsDifferent && comparison.Known is null);

    public void Print(TextWriter output, bool all)
    {
        foreach (Comparison difference in Unknown)
        {
            output.WriteLine($"unknown  {difference}");
        }

        foreach (IGrouping<KnownDifference, Comparison> same in Known.GroupBy(difference => difference.Known!))
        {
            output.WriteLine($"known    {same.Count()} times {same.Key.Kind}: {same.Key.StandIn} -> {same.Key.Other} ({same.Key.Reason})");
            foreach (Comparison difference in same.Where(_ => all))
            {
                output.WriteLine($"         {difference}");
            }
        }

        output.WriteLine(
            $"{Comparisons.Count} requests of {Comparisons.DistinctBy(comparison => comparison.Request.Operation).Count()} operations: "
            + $"{Comparisons.Count(comparison => !comparison.IsDifferent)} with the same outcome, {Known.Count()} with a known difference, "
            + $"{Unknown.Count()} with an unknown difference.");
    }
}
