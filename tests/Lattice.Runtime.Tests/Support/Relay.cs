using System.Net;
using System.Net.Sockets;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Forwards bytes between its clients and a port, until it is set to drop what existing connections send.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Connection> _connections = [];
    private readonly int _target;
    private readonly Task _accepting;

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections
    {
        get
        {
            lock (_connections)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>Drops all bytes of the open connections from now on; they stay open.</summary>
    public void Swallow()
    {
        lock (_connections)
        {
            _connections.ForEach(connection => connection.IsSwallowing = true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        lock (_connections)
        {
            _connections.ForEach(connection => connection.Dispose());
        }

        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient near = await _listener.AcceptTcpClientAsync(_stop.Token);
                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                var connection = new Connection(near, far);
                lock (_connections)
                {
                    _connections.Add(connection);
                }

                _ = connection.PassAsync(near, far, _stop.Token);
                _ = connection.PassAsync(far, near, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private sealed class Connection(TcpClient near, TcpClient far) : IDisposable
    {
        public volatile bool IsSwallowing;

        public async Task PassAsync(TcpClient from, TcpClient to, CancellationToken cancellationToken)
        {
            try
            {
                byte[] buffer = new byte[16_384];
                int read;
                while ((read = await from.GetStream().ReadAsync(buffer, cancellationToken)) > 0)
                {
                    if (!IsSwallowing)
                    {
                        await to.GetStream().WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException
                or ObjectDisposedException or InvalidOperationException)
            {
                // One side has closed, so the other is closed as well.
            }

            to.Dispose();
        }

        public void Dispose()
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
