using System.Collections.Concurrent;
using Lattice.Stripe;

namespace Fabrikam.LegacyBridge.Clients
{
    /// <summary>Looks up the key of a tenant in the vault.</summary>
    public interface ITenantVault
    {
        SecretString GetApiKey(string tenant);
    }

    /// <summary>Keeps one client per tenant for the lifetime of the process. All of them share their connections.</summary>
    public sealed class TenantClientCache : IDisposable
    {
        private readonly ConcurrentDictionary<string, IStripeClient> _clients = new(StringComparer.OrdinalIgnoreCase);
        private readonly SocketsHttpHandler _handler = StripeClient.CreateHandler();
        private readonly ITenantVault _vault;
        private readonly Func<IStripeClient, string, IStripeClient> _decorate;

        public TenantClientCache(ITenantVault vault, Func<IStripeClient, string, IStripeClient> decorate = null)
        {
            _vault = vault ?? throw new ArgumentNullException(nameof(vault));
            _decorate = decorate ?? ((client, tenant) => client);
        }

        public IStripeClient Get(string tenant)
        {
            ArgumentException.ThrowIfNullOrEmpty(tenant);
            return _clients.GetOrAdd(tenant, Create);
        }

        /// <summary>The next call uses the key that is in the vault by then. Calls on the way keep theirs.</summary>
        public void OnKeyRotated(string tenant) => _clients.TryRemove(tenant, out _);

        public void Dispose() => _handler.Dispose();

        private IStripeClient Create(string tenant)
        {
            StripeClientOptions options = new StripeClientOptions();
            options.ApiKey = _vault.GetApiKey(tenant);
            options.TotalTimeout = TimeSpan.FromSeconds(45);
            return _decorate(new StripeClient(options, _handler), tenant);
        }
    }
}
