using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>Finds a request that meets an expectation, or reports how the closest one differs.</summary>
internal static class ReceivedAssertion
{
    /// <summary>The maximum number of other requests in the message that no request of the operation was received.</summary>
    private const int MaximumOthers = 10;

    /// <param name="operation">The name of the operation in messages.</param>
    /// <param name="candidates">The requests of the operation.</param>
    /// <param name="all">All requests.</param>
    /// <param name="compare">Compares a request with the expectation.</param>
    /// <exception cref="StripeAssertionException">No request meets the expectation.</exception>
    public static ReceivedRequest Find(
        string operation,
        IReadOnlyList<ReceivedRequest> candidates,
        IReadOnlyList<ReceivedRequest> all,
        Func<ReceivedRequest, IReadOnlyList<DifferenceLine>> compare)
    {
        if (candidates.Count == 0)
        {
            throw new StripeAssertionException(NoneReceived(operation, all));
        }

        (ReceivedRequest request, IReadOnlyList<DifferenceLine> lines) = candidates
            .Reverse()
            .Select(candidate => (candidate, compare(candidate)))
            .MinBy(compared => compared.Item2.Count(line => line.IsDifferent));
        return lines.Any(line => line.IsDifferent)
            ? throw new StripeAssertionException(Differs(operation, request, candidates.Count, lines))
            : request;
    }

    private static string NoneReceived(string operation, IReadOnlyList<ReceivedRequest> all)
    {
        var message = new StringBuilder($"No {operation} request was received.");
        if (all.Count == 0)
        {
            return message.Append(" No other request was received either.").ToString();
        }

        message.Append(" Received requests:");
        foreach (ReceivedRequest request in all.Take(MaximumOthers))
        {
            message.Append(CultureInfo.InvariantCulture, $"\n    {request}");
        }

        if (all.Count > MaximumOthers)
        {
            message.Append(CultureInfo.InvariantCulture, $"\n    and {all.Count - MaximumOthers} more");
        }

        return message.ToString();
    }

    private static string Differs(
        string operation, ReceivedRequest request, int candidates, IReadOnlyList<DifferenceLine> lines)
    {
        string subject = candidates == 1
            ? $"The {operation} request"
            : string.Create(CultureInfo.InvariantCulture, $"The closest of {candidates} {operation} requests");
        return string.Join(
            '\n',
            [$"{subject} is not as expected (- expected, + received): {request}", .. lines.SelectMany(line => line.Format())]);
    }
}
