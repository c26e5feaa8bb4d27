using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lattice.Stripe.Tests.Support;

/// <summary>
/// Adds services to the host that a program builds, and waits until it has started. It uses the events that tools of ASP.NET Core use for
/// this, and only those of programs that start in the current asynchronous flow.
/// </summary>
internal sealed class HostObserver : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<HostObserver?> s_current = new();

    private readonly Action<IServiceCollection> _addServices;
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> _subscriptions = [];

    public HostObserver(Action<IServiceCollection> addServices)
    {
        _addServices = addServices;
        s_current.Value = this;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The host, after it has started.</summary>
    public Task<IHost> Started => _started.Task;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting" && s_current.Value == this)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (s_current.Value != this)
        {
            return;
        }

        if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
        {
            builder.ConfigureServices(_addServices);
        }
        else if (value is { Key: "HostBuilt", Value: IHost host })
        {
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => _started.TrySetResult(host));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => _started.TrySetException(error);

    public void Dispose()
    {
        s_current.Value = null;
        _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
