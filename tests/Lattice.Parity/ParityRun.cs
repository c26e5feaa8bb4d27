using Lattice.Parity.Comparing;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing;

namespace Lattice.Parity;

/// <summary>Asks the stand-in and another server the same, and compares their answers.</summary>
internal static class ParityRun
{
    /// <summary>Whatever the specification says, the in-process handler has no host.</summary>
    private static readonly Uri s_anyHost = new("https://api.stripe.com/");

    /// <param name="spec">The specification's text.</param>
    /// <param name="server">The other server; null: the stand-in behind HTTP.</param>
    /// <param name="known">The differences that are to be expected.</param>
    /// <exception cref="InvalidDataException">The specification cannot be used.</exception>
    /// <exception cref="HttpRequestException">The server does not answer.</exception>
    public static async Task<ParityReport> RunAsync(string spec, Uri? server, KnownDifferences known)
    {
        using var standIn = new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(spec) });
        await using StripeStandInServer? own = server is null ? await StripeStandInServer.StartAsync(standIn) : null;

        using var left = new Sender(standIn.CreateHandler(), s_anyHost);
        using var right = new Sender(new SocketsHttpHandler { AllowAutoRedirect = false }, server ?? own!.BaseAddress);
        List<Comparison> comparisons = [];
        foreach (ParityRequest request in RequestMaker.Make(Specification.Parse(spec)))
        {
            Outcome mine = await left.SendAsync(request);
            Outcome other = await right.SendAsync(request);
            comparisons.Add(new Comparison(request, mine, other, mine == other ? null : known.Find(request.Kind, mine, other)));
        }

        return new ParityReport(comparisons);
    }
}
