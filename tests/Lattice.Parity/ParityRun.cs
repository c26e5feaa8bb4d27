using Lattice.Parity.Comparing;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing;

namespace Lattice.Parity;

/// <summary>Sends the same requests to the stand-in and another server, and compares their responses.</summary>
internal static class ParityRun
{
    /// <summary>The in-process handler ignores the host.</summary>
    private static readonly Uri s_anyHost = new("https://api.stripe.com/");

    /// <param name="spec">The specification's text.</param>
    /// <param name="server">The other server; null: the stand-in over HTTP.</param>
    /// <param name="known">The expected differences.</param>
    /// <exception cref="InvalidDataException">The specification cannot be used.</exception>
    /// <exception cref="HttpRequestException">The server does not respond.</exception>
    public static async Task<ParityReport> RunAsync(string spec, Uri? server, KnownDifferences known)
    {
        // The requests name objects that were never created, and the other server may have no memory either.
        using var standIn = new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(spec), MaxObjectBytes = 0 });
        await using StripeStandInServer? own = server is null ? await StripeStandInServer.StartAsync(standIn) : null;

        using var left = new Sender(standIn.CreateHandler(), s_anyHost);
        using var right = new Sender(new SocketsHttpHandler { AllowAutoRedirect = false }, server ?? own!.BaseAddress);
        List<Comparison> comparisons = [];
        foreach (ParityRequest request in ParityRequests.Create(Specification.Parse(spec)))
        {
            Outcome mine = await left.SendAsync(request);
            Outcome other = await right.SendAsync(request);
            comparisons.Add(new Comparison(request, mine, other, mine == other ? null : known.Find(request.Kind, mine, other)));
        }

        return new ParityReport(comparisons);
    }
}
