using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Onboarding.Tests.Support;

/// <summary>The address on which the app listens. Behind a proxy, it differs from the public address.</summary>
internal sealed class ListeningAddress : IStartupFilter
{
    private IFeatureCollection? _server;

    public Uri Value => new(_server!.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        _server = app.ServerFeatures;
        next(app);
    };
}
