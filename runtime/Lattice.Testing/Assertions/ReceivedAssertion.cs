using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>Finds a request that is as expected, or says in what the closest one differs.</summary>
internal static class ReceivedAssertion
{
    /// <summary>So many of the other requests are named where none of the operation came in.</summary>
    private const int MaximumOthers = 10;

    /// <param name="operation">What the operation is called in the message.</param>
    /// <param name="candidates">The requests of the operation.</param>
    /// <param name="all">All requests.</param>
    /// <param name="compare">Compares a request with what is expected.</param>
    /// <exception cref="StripeAssertionException">None is as expected.</exception>
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
        var message = new StringBuilder($"No request {operation} was received.");
        if (all.Count == 0)
        {
            return message.Append(" Nothing was.").ToString();
        }

        message.Append(" What was:");
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
        string which = candidates == 1
            ? "The request"
            : string.Create(CultureInfo.InvariantCulture, $"The closest of {candidates} requests");
        return string.Join(
            '\n',
            [$"{which} {operation} is not as expected (- expected, + received): {request}", .. lines.SelectMany(line => line.Show())]);
    }
}
