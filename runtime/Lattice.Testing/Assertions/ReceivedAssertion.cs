using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>
/// Finds requests that meet an expectation, or reports how the closest one differs. A request that was dropped, or whose parameters were,
/// may meet the expectation or not; messages say so.
/// </summary>
internal sealed class ReceivedAssertion(OperationRequests requests, Expectation expectation)
{
    /// <summary>The maximum number of requests that a message lists.</summary>
    private const int MaximumListed = 10;

    /// <summary>The requests that can be compared, latest first, each with its comparison.</summary>
    private readonly (ReceivedRequest Request, IReadOnlyList<DifferenceLine> Lines)[] _compared =
    [
        .. requests.Received.Reverse().Where(expectation.CanCompare).Select(request => (request, expectation.Compare(request))),
    ];

    /// <returns>The latest request that meets the expectation.</returns>
    /// <exception cref="StripeAssertionException">No request meets the expectation.</exception>
    public ReceivedRequest FindLatest()
    {
        if (_compared.Length == 0)
        {
            throw new StripeAssertionException(DescribeNone() + DescribeDropped());
        }

        (ReceivedRequest request, IReadOnlyList<DifferenceLine> lines) = _compared.MinBy(compared => CountDifferences(compared.Lines));
        return CountDifferences(lines) > 0
            ? throw new StripeAssertionException(DescribeDifference(request, lines) + DescribeDropped())
            : request;
    }

    /// <exception cref="StripeAssertionException">A request meets the expectation, or one that was dropped may have met it.</exception>
    public void FindNone()
    {
        (ReceivedRequest Request, IReadOnlyList<DifferenceLine> Lines)[] found =
            [.. _compared.Where(compared => CountDifferences(compared.Lines) == 0).Reverse()];
        if (found.Length > 0)
        {
            string count = found.Length == 1
                ? $"A {requests.Operation} request was received"
                : string.Create(CultureInfo.InvariantCulture, $"{found.Length} {requests.Operation} requests were received");
            throw new StripeAssertionException(string.Join(
                '\n',
                [$"{count}, and none was expected:{List([.. found.Select(one => one.Request)])}", .. Format(found[0].Lines)]));
        }

        if (DescribeDropped() is { Length: > 0 } dropped)
        {
            throw new StripeAssertionException(
                $"It is not known whether such a {requests.Operation} request was received.{dropped}");
        }
    }

    private static int CountDifferences(IEnumerable<DifferenceLine> lines) => lines.Count(line => line.IsDifferent);

    private static IEnumerable<string> Format(IEnumerable<DifferenceLine> lines) => lines.SelectMany(line => line.Format());

    private static string List(IReadOnlyList<ReceivedRequest> listed)
    {
        var text = new StringBuilder();
        foreach (ReceivedRequest request in listed.Take(MaximumListed))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    {request}");
        }

        return listed.Count > MaximumListed
            ? text.Append(CultureInfo.InvariantCulture, $"\n    and {listed.Count - MaximumListed} more").ToString()
            : text.ToString();
    }

    private string DescribeNone()
    {
        if (requests.Received.Count > 0 || requests.DroppedCount > 0)
        {
            return $"No {requests.Operation} request can be compared.";
        }

        return $"No {requests.Operation} request was received."
            + (requests.All.Count == 0
                ? " No other request was received either."
                : $" Received requests:{List(requests.All)}");
    }

    private string DescribeDifference(ReceivedRequest request, IReadOnlyList<DifferenceLine> lines)
    {
        string subject = _compared.Length == 1
            ? $"The {requests.Operation} request"
            : string.Create(CultureInfo.InvariantCulture, $"The closest of {_compared.Length} {requests.Operation} requests");
        return string.Join('\n', [$"{subject} is not as expected (- expected, + received): {request}", .. Format(lines)]);
    }

    /// <summary>What cannot be compared, and how to keep it; empty if everything was compared.</summary>
    private string DescribeDropped()
    {
        int withoutContent = requests.Received.Count - _compared.Length;
        if (requests.DroppedCount == 0 && withoutContent == 0)
        {
            return "";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"\nTo limit the memory, {requests.DroppedCount} earlier {requests.Operation} requests were dropped, and the parameters of "
            + $"{withoutContent} more. To keep them, set {nameof(StripeStandInOptions)}.{nameof(StripeStandInOptions.MaxRequests)} and "
            + $"{nameof(StripeStandInOptions.MaxRequestBytes)}.");
    }
}
