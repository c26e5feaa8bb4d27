using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Lattice.Benchmarks.Calls;

/// <summary>Responds to every request with an account link, over HTTP on the loopback address.</summary>
internal sealed class AccountLinkServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private AccountLinkServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<AccountLinkServer> StartAsync()
    {
        byte[] response = Encoding.UTF8.GetBytes(RespondingHandler.AccountLink);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        application.Run(async context =>
        {
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = response.Length;
            await context.Response.Body.WriteAsync(response);
        });
        await application.StartAsync();
        return new AccountLinkServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
