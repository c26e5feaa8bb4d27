using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Onboarding.Sellers;

namespace Onboarding.Flows;

/// <summary>
/// Creates and reads the tokens that represent flows, in the button that starts a flow and in its refresh and return URLs. A token is
/// encrypted and signed, and does not work in another browser.
/// </summary>
internal sealed class FlowTokens(
    IDataProtectionProvider protection, BrowserSession sessions, SellerStore sellers, TimeProvider clock)
{
    /// <summary>Longer than anyone needs for the form, and shorter than Stripe keeps idempotency keys (24 hours).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("Onboarding.Flow");

    /// <summary>Creates the token of a new flow. The server stores nothing.</summary>
    public string Create(HttpContext context, string account, string type)
    {
        string session = sessions.GetOrCreateId(context);
        var flow = new Flow(Guid.NewGuid().ToString("N"), session, account, type, clock.GetUtcNow() + Lifetime);
        return _protector.Protect(JsonSerializer.Serialize(flow));
    }

    /// <summary>Reads the token of a flow that was started in this browser, has not expired, and is for one of the sellers.</summary>
    public bool TryRead(HttpContext context, string? token, [NotNullWhen(true)] out Flow? flow)
    {
        flow = Unprotect(token);
        if (flow is not null && !IsUsable(flow, context))
        {
            flow = null;
        }

        return flow is not null;
    }

    private bool IsUsable(Flow flow, HttpContext context) =>
        flow.Session == sessions.FindId(context)
        && clock.GetUtcNow() < flow.Expires
        && sellers.Find(flow.Account) is not null;

    private Flow? Unprotect(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<Flow>(_protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            // The token was forged, changed, or created by another installation.
            return null;
        }
    }
}
