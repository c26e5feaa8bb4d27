using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Onboarding.Flows;

/// <summary>
/// Makes the tokens that stand for flows, in the button that starts one and in its refresh and return URLs. A token is
/// encrypted and signed, and useless in another browser.
/// </summary>
internal sealed class FlowTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Longer than anybody takes for the form, and shorter than Stripe remembers idempotency keys (24 hours).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("Onboarding.Flow");

    /// <summary>A token for a new flow. Nothing is kept of it: it counts when it comes back.</summary>
    public string Create(HttpContext context, string account, string type)
    {
        var flow = new Flow(Guid.NewGuid().ToString("N"), BrowserSession.Open(context), account, type, clock.GetUtcNow() + Lifetime);
        return _protector.Protect(JsonSerializer.Serialize(flow));
    }

    /// <summary>Reads the token of a flow that began in this browser and is not too old.</summary>
    public bool TryRead(HttpContext context, string? token, [NotNullWhen(true)] out Flow? flow)
    {
        flow = Unprotect(token);
        if (flow is null || flow.Session != BrowserSession.Find(context) || clock.GetUtcNow() >= flow.Expires)
        {
            flow = null;
        }

        return flow is not null;
    }

    private Flow? Unprotect(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<Flow>(_protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            // Made up, changed, or of another installation: a token of nobody's.
            return null;
        }
    }
}
