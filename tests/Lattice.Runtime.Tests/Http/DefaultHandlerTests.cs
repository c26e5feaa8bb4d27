using System.Net;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Http;

/// <summary>The connections of a client that is made without a handler, and what every request asks of them.</summary>
public sealed class DefaultHandlerTests
{
    [Fact]
    public void Connections_are_renewed_and_keep_nothing_of_a_call()
    {
        using SocketsHttpHandler handler = StripeClient.CreateHandler();

        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.True(handler.EnableMultipleHttp2Connections);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
    }

    [Fact]
    public async Task Every_request_uses_HTTP_2_if_it_is_offered()
    {
        List<(Version, HttpVersionPolicy)> versions = [];
        using var handler = new StubHandler((request, _) =>
        {
            versions.Add((request.Version, request.VersionPolicy));
            return Task.FromResult(StubResponse.Of(versions.Count == 1 ? 500 : 200, StubResponse.Thing));
        });
        using StripeClient client = RetryingCaller.Connect(handler);

        await Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None);

        Assert.Equal(2, versions.Count);
        Assert.All(versions, version => Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), version));
    }
}
