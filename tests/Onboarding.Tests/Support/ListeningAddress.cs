using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Onboarding.Tests.Support;

/// <summary>Where the app listens, which behind a proxy is not where browsers find it.</summary>
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
