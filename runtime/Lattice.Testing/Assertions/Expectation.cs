namespace Lattice.Stripe.Testing.Assertions;

/// <summary>What an assertion expects of a request.</summary>
/// <param name="Compare">Compares a request, line by line; it is as expected if no line is different.</param>
/// <param name="NeedsContent">Whether the comparison needs the parameters, which may have been dropped.</param>
internal sealed record Expectation(Func<ReceivedRequest, IReadOnlyList<DifferenceLine>> Compare, bool NeedsContent)
{
    /// <summary>Any request.</summary>
    public static Expectation None { get; } = new(_ => [], NeedsContent: false);

    public bool CanCompare(ReceivedRequest request) => !NeedsContent || !request.IsContentDropped;
}
