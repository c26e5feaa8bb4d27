using Lattice.Stripe;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MvcShop.Services;

namespace MvcShop;

public class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}

public class Startup
{
    private readonly IConfiguration _configuration;

    public Startup(IConfiguration configuration) => _configuration = configuration;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddStripeClient(_configuration.GetSection("Stripe"));
        services.Configure<ShopOptions>(_configuration.GetSection("Shop"));

        services.AddScoped<ICustomerSessionService, CustomerSessionService>();
        services.AddScoped<IPortalService, PortalService>();
        services.AddScoped<StripeExceptionFilter>();

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddDistributedMemoryCache();
        services.AddSession(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);
        services
            .AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()))
            .AddSessionStateTempDataProvider();
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseExceptionHandler("/home/error");
        app.UseHttpsRedirection();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseSession();
        app.UseEndpoints(endpoints => endpoints.MapDefaultControllerRoute());
    }
}

public class ShopOptions
{
    public string RetentionCoupon { get; set; } = "";
}
