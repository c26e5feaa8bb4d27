using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Reports that options have changed.</summary>
internal sealed class ChangeSource : IOptionsChangeTokenSource<StripeClientOptions>, IDisposable
{
    private CancellationTokenSource _source = new();

    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_source.Token);

    public void Change()
    {
        using CancellationTokenSource fired = Interlocked.Exchange(ref _source, new CancellationTokenSource());
        fired.Cancel();
    }

    public void Dispose() => _source.Dispose();
}

/// <summary>A monitor of options that counts who listens.</summary>
internal sealed class FakeMonitor(StripeClientOptions options) : IOptionsMonitor<StripeClientOptions>
{
    private readonly List<Action<StripeClientOptions, string?>> _listeners = [];

    public StripeClientOptions CurrentValue { get; private set; } = options;

    public int Listeners => _listeners.Count;

    public StripeClientOptions Get(string? name) => CurrentValue;

    public IDisposable OnChange(Action<StripeClientOptions, string?> listener)
    {
        _listeners.Add(listener);
        return new Subscription(() => _listeners.Remove(listener));
    }

    public void Change(StripeClientOptions changed)
    {
        CurrentValue = changed;
        _listeners.ForEach(listener => listener(changed, Options.DefaultName));
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
