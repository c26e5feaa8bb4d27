using Microsoft.Extensions.Configuration;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Configuration that a test changes and reloads.</summary>
internal sealed class Settings
{
    private readonly IConfigurationRoot _root;

    public Settings(params (string Key, string? Value)[] values) => _root = new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value)))
        .Build();

    public IConfiguration Stripe => _root.GetSection("Stripe");

    public IConfiguration GetSection(string path) => _root.GetSection(path);

    /// <summary>Changes values and notifies all listeners. Their exceptions are thrown here.</summary>
    public void Reload(params (string Key, string? Value)[] values)
    {
        foreach ((string key, string? value) in values)
        {
            _root[key] = value;
        }

        _root.Reload();
    }
}
