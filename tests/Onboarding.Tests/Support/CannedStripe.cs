using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Onboarding.Tests.Support;

/// <summary>A server that returns fixed responses, also those that are no JSON of Stripe.</summary>
internal sealed class CannedStripe : IAsyncDisposable
{
    private readonly WebApplication _application;

    private CannedStripe(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>The responses by method and path, such as <c>GET /v1/accounts/acct_1</c>. Any other request gets a 404.</summary>
    public ConcurrentDictionary<string, (int StatusCode, string Body)> Responses { get; } = [];

    /// <summary>The received requests, oldest first: method and path, <c>Authorization</c> header, and body.</summary>
    public ConcurrentQueue<(string Request, string? Authorization, string Body)> Requests { get; } = [];

    /// <summary>Called before each response.</summary>
    public Func<Task> OnRequest { get; set; } = () => Task.CompletedTask;

    public static async Task<CannedStripe> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var stripe = new CannedStripe(builder.Build());
        stripe._application.Run(stripe.RespondAsync);
        await stripe._application.StartAsync();
        return stripe;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        string request = $"{context.Request.Method} {context.Request.Path}";
        using var reader = new StreamReader(context.Request.Body);
        Requests.Enqueue((request, context.Request.Headers.Authorization, await reader.ReadToEndAsync()));
        await OnRequest();
        (int status, string body) = Responses.GetValueOrDefault(request, (404, "{}"));
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }
}
