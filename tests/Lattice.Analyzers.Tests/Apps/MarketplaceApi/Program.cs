using Lattice.Stripe;
using MarketplaceApi;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);

// One section per storefront: Tenants:{name}:Stripe holds the client options, the rest is ours.
foreach (var tenant in builder.Configuration.GetSection(TenantOptions.Section).GetChildren())
{
    builder.Services.AddStripeClient(tenant.Key, tenant.GetSection("Stripe"));
    builder.Services.AddOptions<TenantOptions>(tenant.Key)
        .Bind(tenant)
        .Validate(options => options.PublicUrl is { IsAbsoluteUri: true, Scheme: "https" }, "PublicUrl must be an absolute https URL.")
        .Validate(options => options.WebhookSecrets.Count > 0, "At least one webhook secret is needed.")
        .ValidateOnStart();
    builder.Services.AddSingleton(new TenantName(tenant.Key));
}

builder.Services.AddHttpContextAccessor();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<TenantCatalog>();
builder.Services.AddSingleton<IStripeClient, TenantStripeClient>();
builder.Services.AddSingleton<ISellerStore, InMemorySellerStore>();
builder.Services.AddSingleton<StripeProblems>();
builder.Services.AddSingleton<SellerEventHandler>();

builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<StripeExceptionHandler>();
builder.Services.AddAuthorization();
builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);

var app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();

var storefront = app.MapGroup("/{tenant}").AddEndpointFilter<KnownTenantFilter>();
storefront.MapSellers();
storefront.MapStripeWebhooks();

await app.RunAsync();
