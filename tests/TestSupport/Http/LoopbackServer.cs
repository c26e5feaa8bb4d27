using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lattice.TestSupport.Http;

/// <summary>Responds to each request over a real connection with the same text, and records the requests.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _requests = [];
    private readonly Func<Uri, string> _response;
    private readonly Task _serving;

    public LoopbackServer(Func<Uri, string> response)
    {
        _response = response;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using NetworkStream stream = connection.GetStream();
                string request = await ReadAsync(stream);
                lock (_requests)
                {
                    _requests.Add(request);
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes(_response(Address)), _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[8_192];
        while (!IsWhole(text.ToString()))
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        const string Header = "Content-Length: ";
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        int length = request.IndexOf(Header, StringComparison.OrdinalIgnoreCase);
        return end >= 0 && (length < 0 || request.Length - end - 4 >= int.Parse(
            request[(length + Header.Length)..request.IndexOf('\r', length)], CultureInfo.InvariantCulture));
    }
}
