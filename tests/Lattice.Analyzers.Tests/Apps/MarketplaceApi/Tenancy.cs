using System.Diagnostics.CodeAnalysis;
using Lattice.Stripe;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketplaceApi;

public sealed record TenantName(string Value);

public sealed record Tenant(string Name, TenantOptions Options);

public sealed class TenantOptions
{
    public const string Section = "Tenants";

    /// <summary>The address of the storefront, to which Stripe sends sellers back.</summary>
    public Uri PublicUrl { get; set; } = new("about:blank");

    /// <summary>The current signing secret, and the previous one during a rotation.</summary>
    public IList<SecretString> WebhookSecrets { get; } = [];

    /// <summary>Storefronts that opened after the migration keep their sellers in accounts of API v2.</summary>
    public bool UseAccountsV2 { get; set; }
    public bool Livemode { get; set; }
}

public sealed class TenantCatalog(IEnumerable<TenantName> names, IOptionsMonitor<TenantOptions> monitor)
{
    private readonly HashSet<string> _names = names.Select(name => name.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool TryGet(string? name, [NotNullWhen(true)] out Tenant? tenant)
    {
        tenant = name is not null && _names.TryGetValue(name, out var known) ? new Tenant(known, monitor.Get(known)) : null;
        return tenant is not null;
    }
}

internal static class TenantContext
{
    public static Tenant GetTenant(this HttpContext context) =>
        context.Features.Get<Tenant>() ?? throw new InvalidOperationException("The route has no tenant.");
}

internal sealed class KnownTenantFilter(TenantCatalog tenants) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!tenants.TryGet(context.HttpContext.GetRouteValue("tenant") as string, out var tenant))
            return TypedResults.NotFound();

        context.HttpContext.Features.Set(tenant);
        return await next(context);
    }
}

/// <summary>Sends each call with the key of the storefront that the current request is for.</summary>
internal sealed class TenantStripeClient(IHttpContextAccessor accessor) : IStripeClient
{
    public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
        StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        var http = accessor.HttpContext ?? throw new InvalidOperationException("Stripe is called outside of a request.");
        var client = http.RequestServices.GetRequiredKeyedService<IStripeClient>(http.GetTenant().Name);
        return client.SendAsync(request, cancellationToken);
    }
}
