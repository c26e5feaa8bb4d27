using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Http;

/// <summary>A dead connection does not block the client.</summary>
public sealed class DeadConnectionTests
{
    [Fact]
    public void Connections_are_pinged_whether_they_are_idle_or_not()
    {
        using SocketsHttpHandler handler = StripeClient.CreateHandler();

        Assert.Equal(TimeSpan.FromSeconds(15), handler.KeepAlivePingDelay);
        Assert.Equal(TimeSpan.FromSeconds(5), handler.KeepAlivePingTimeout);
        Assert.Equal(HttpKeepAlivePingPolicy.Always, handler.KeepAlivePingPolicy);
    }

    [Fact]
    public async Task A_call_over_a_dead_connection_continues_over_a_new_one()
    {
        await using TlsServer server = await TlsServer.StartAsync();
        await using var relay = new Relay(server.Port);
        using SocketsHttpHandler handler = server.CreateTrustingHandler();

        // The rules of the default handler, with the shortest times that .NET accepts.
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(1);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(1);
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = new Uri($"https://localhost:{relay.Port}/") }, handler);
        await Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None);
        relay.Swallow();

        Thing thing = await Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None);

        Assert.Equal("thing_1", thing.Id);
        Assert.Equal(2, relay.Connections);
        Assert.Equal(["HTTP/2", "HTTP/2"], server.Protocols);
    }

    [Fact]
    public async Task HTTP_2_can_be_turned_off()
    {
        await using TlsServer server = await TlsServer.StartAsync();
        using SocketsHttpHandler handler = server.CreateTrustingHandler();
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.Address, EnableHttp2 = false }, handler);

        await Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None);

        Assert.Equal(["HTTP/1.1"], server.Protocols);
    }
}
