namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>The address of the pages that the stand-in's links refer to.</summary>
/// <param name="configured">The address from the options; null: that of the server that serves the stand-in.</param>
internal sealed class HostedPageAddress(Uri? configured)
{
    private static readonly Uri s_unresolvable = new("https://pages.stand-in.invalid/");

    private readonly Uri? _configured =
        configured is null || configured.AbsoluteUri.EndsWith('/') ? configured : new Uri(configured.AbsoluteUri + "/");
    private readonly List<Uri> _servers = [];

    /// <summary>The address, with the trailing slash that paths below it need.</summary>
    public Uri Current
    {
        get
        {
            if (_configured is not null)
            {
                return _configured;
            }

            lock (_servers)
            {
                return _servers.LastOrDefault() ?? s_unresolvable;
            }
        }
    }

    /// <summary>Adds the address of a server that has started. The latest one is used.</summary>
    public void AddServer(Uri address)
    {
        lock (_servers)
        {
            _servers.Add(address);
        }
    }

    /// <summary>Removes the address of a server that has stopped.</summary>
    public void RemoveServer(Uri address)
    {
        lock (_servers)
        {
            _servers.Remove(address);
        }
    }
}
