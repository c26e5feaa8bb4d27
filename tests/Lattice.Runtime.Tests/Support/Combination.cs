using Xunit.Sdk;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Names the combination of values with which an assertion in a loop failed.</summary>
internal static class Combination
{
    public static async Task TestAsync(FormattableString name, Func<Task> test)
    {
        try
        {
            await test();
        }
        catch (XunitException exception)
        {
            throw new XunitException($"{FormattableString.Invariant(name)}: {exception.Message}", exception);
        }
    }
}
