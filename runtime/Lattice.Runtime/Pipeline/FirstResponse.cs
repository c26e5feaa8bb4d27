using System.Runtime.CompilerServices;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Pipeline;

/// <summary>
/// Compiles the code that reads a response while the first request of a process is on its way: time in which this thread would
/// wait. Otherwise it would be compiled when the response has come.
/// </summary>
/// <remarks>
/// From the start of a process to its first response it took 15 ms more than a process with a hand-written call of 98 ms, and
/// takes 8 ms more with this.
/// </remarks>
internal static class FirstResponse
{
    private static volatile bool s_isPrepared;

    /// <summary>Reads a made-up response, unless that has been done or there is nothing to compile.</summary>
    public static void Prepare()
    {
        if (RuntimeFeature.IsDynamicCodeCompiled && !s_isPrepared)
        {
            s_isPrepared = true;
            Read();
        }
    }

    // What nearly every resource has. The reader of the resource itself may be the caller's, so it is not called.
    private static void Read()
    {
        var json = new StripeJsonReader("""{"object":"x","created":1,"url":"x"}"""u8);
        ReadState fields = default;
        json.Advance();
        while (json.ReadField())
        {
            if (json.IsField("object"u8))
            {
                json.ReadConst(ref fields, "x");
            }
            else if (json.IsField("created"u8))
            {
                json.ReadUnixTime(ref fields);
            }
            else
            {
                json.ReadSecret(ref fields);
            }
        }

        json.ReadEnd();
    }
}
