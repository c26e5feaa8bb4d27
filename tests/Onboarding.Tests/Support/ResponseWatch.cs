using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Onboarding.Tests.Support;

/// <summary>Calls a delegate just before a response is sent.</summary>
/// <param name="afterResponse">Called with the path of the request.</param>
internal sealed class ResponseWatch(Action<string> afterResponse) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, response) =>
        {
            context.Response.OnStarting(() =>
            {
                afterResponse(context.Request.Path);
                return Task.CompletedTask;
            });
            await response(context);
        });
        next(app);
    };
}
