namespace Lattice.Stripe.Tests.Load;

/// <summary>What the server does wrong with an attempt.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection ends before the request is carried out,</summary>
    ResetBefore,

    /// <summary>after it was, but before a response,</summary>
    ResetAfter,

    /// <summary>or within the response.</summary>
    ResetInBody,

    /// <summary>A 500 before the request is carried out,</summary>
    ErrorBefore,

    /// <summary>or after it was.</summary>
    ErrorAfter,

    Conflict,

    RateLimit,

    /// <summary>There is no response, and the request is not carried out,</summary>
    StallBefore,

    /// <summary>or within the response.</summary>
    StallInBody,

    /// <summary>A captive portal responds instead of Stripe, with a page,</summary>
    PortalPage,

    /// <summary>with a redirect,</summary>
    PortalRedirect,

    /// <summary>or a gateway does, with its own JSON.</summary>
    GatewayJson,

    /// <summary>A proxy rejects the request before it reaches Stripe,</summary>
    ProxyRejection,

    /// <summary>or replaces Stripe's response by its own error.</summary>
    ProxyErrorAfter,

    /// <summary>The response to a request that was carried out is truncated, but its framing is complete,</summary>
    TruncatedBody,

    /// <summary>or empty.</summary>
    EmptyBody,
}

/// <summary>Which attempts fail, and how: by chance, but the same with each run.</summary>
internal sealed class FaultPlan(int seed, double rate)
{
    private static readonly Fault[] s_faults = [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.None)];

    public static FaultPlan NoFaults { get; } = new(0, 0);

    /// <param name="call">The number of the call.</param>
    /// <param name="attempt">The number of its attempt, from 1.</param>
    public Fault GetFault(int call, int attempt)
    {
        ulong random = Mix(((ulong)seed << 48) ^ ((ulong)call << 16) ^ (ulong)attempt);
        return (uint)random < rate * uint.MaxValue ? s_faults[(int)((random >> 32) % (ulong)s_faults.Length)] : Fault.None;
    }

    /// <summary>Whether an attempt with this fault is repeated.</summary>
    public static bool IsRepeated(Fault fault) => fault is not (
        Fault.None or Fault.PortalPage or Fault.PortalRedirect or Fault.GatewayJson or Fault.ProxyRejection or Fault.TruncatedBody
            or Fault.EmptyBody);

    /// <summary>Whether an attempt with this fault leaves the outcome unknown.</summary>
    public static bool LeavesOutcomeUnknown(Fault fault) => fault is not (Fault.None or Fault.Conflict or Fault.RateLimit);

    /// <summary>Maps adjacent numbers to numbers that look random (the finalizer of SplitMix64).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
