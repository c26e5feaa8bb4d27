using Lattice.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Contoso.BillingWorker;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

        builder.Services.AddStripeClient(builder.Configuration.GetSection("Stripe"));
        builder.Services.Configure<StripeClientOptions>(options =>
        {
            // StripeRetryPolicy repeats the calls, so the client itself must not.
            options.MaxRetries = 0;
            options.AttemptTimeout = TimeSpan.FromSeconds(20);
            options.MissingFields = MissingFieldPolicy.Fail;
            options.AppInfo = new StripeAppInfo { Name = "Contoso Billing Worker", Version = "4.2.0" };
        });

        builder.Services
            .AddHttpClient<MeterStreamClient>(http => http.BaseAddress = new Uri("https://meter-events.stripe.com/"))
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .RedactLoggedHeaders(["Authorization"]);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<BillingContext>();
        builder.Services.AddSingleton<StripeRetryPolicy>();
        builder.Services.AddSingleton<MeterSessionCache>();
        builder.Services.AddSingleton<UsageQueue>();
        builder.Services.AddSingleton<UsageReporter>();
        builder.Services.AddHostedService<UsageWorker>();

        using IHost host = builder.Build();
        await host.RunAsync();
        return Environment.ExitCode;
    }
}
