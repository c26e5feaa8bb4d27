namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Where the links lead that a stand-in makes.</summary>
/// <param name="given">The address that was asked for; null: where a server serves them.</param>
internal sealed class HostedPageAddress(Uri? given)
{
    private static readonly Uri s_nowhere = new("https://pages.stand-in.invalid/");

    private readonly Uri? _given = given is null || given.AbsoluteUri.EndsWith('/') ? given : new Uri(given.AbsoluteUri + "/");
    private readonly List<Uri> _served = [];

    /// <summary>The address; it ends in the slash that paths below it need.</summary>
    public Uri Address
    {
        get
        {
            if (_given is not null)
            {
                return _given;
            }

            lock (_served)
            {
                return _served.LastOrDefault() ?? s_nowhere;
            }
        }
    }

    /// <summary>A server has begun to serve them. Of several, the latest counts.</summary>
    public void Begin(Uri served)
    {
        lock (_served)
        {
            _served.Add(served);
        }
    }

    /// <summary>A server has ended.</summary>
    public void End(Uri served)
    {
        lock (_served)
        {
            _served.Remove(served);
        }
    }
}
