using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Onboarding.Tests.Support;

/// <summary>Does something between an answer's making and its sending.</summary>
/// <param name="afterAnswer">Called with the path of the request.</param>
internal sealed class AnswerWatch(Action<string> afterAnswer) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, answer) =>
        {
            context.Response.OnStarting(() =>
            {
                afterAnswer(context.Request.Path);
                return Task.CompletedTask;
            });
            await answer(context);
        });
        next(app);
    };
}
