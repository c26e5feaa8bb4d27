using System.Runtime.CompilerServices;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Pipeline;

/// <summary>
/// Compiles the code that reads a response while the first request of a process is in progress. Otherwise it would be compiled after the
/// response has arrived.
/// </summary>
/// <remarks>
/// It reduces the time from the start of a process to its first response by 7 ms: from 15 ms to 8 ms more than the 98 ms of a hand-written
/// call.
/// </remarks>
internal static class FirstResponse
{
    private static volatile bool s_isPrepared;

    /// <summary>Reads a sample response, once and only if there is code to compile.</summary>
    public static void Prepare()
    {
        if (RuntimeFeature.IsDynamicCodeCompiled && !s_isPrepared)
        {
            s_isPrepared = true;
            Read();
        }
    }

    // Fields that nearly every resource has. The reader of the resource is not called, because it may be the caller's code.
    private static void Read()
    {
        var json = new StripeJsonReader("""{"created":1,"object":"x","url":"x"}"""u8);
        json.Advance();
        while (json.ReadFields())
        {
            if (json.IsField("created"u8))
            {
                json.ReadUnixTime();
            }

            if (json.IsField("object"u8))
            {
                json.ReadConst("x");
            }

            if (json.IsField("url"u8))
            {
                json.ReadSecret();
            }
        }

        json.ReadEnd();
    }
}
