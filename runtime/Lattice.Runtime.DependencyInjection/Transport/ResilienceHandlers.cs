using Microsoft.Extensions.Http;

namespace Lattice.Stripe.Transport;

/// <summary>
/// The handlers of Microsoft's resilience packages. The client knows when Stripe allows a request to be repeated; they do not. They are known
/// by their names, so that nobody needs the packages.
/// </summary>
internal static class ResilienceHandlers
{
    private static readonly string[] s_types =
    [
        // Microsoft.Extensions.Http.Resilience; the second name is that of its first versions.
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler",

        // Microsoft.Extensions.Http.Polly
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Takes off all that the builder holds, and says of which type each was.</summary>
    public static void Remove(HttpMessageHandlerBuilder builder, Action<Type> removed)
    {
        for (int i = builder.AdditionalHandlers.Count - 1; i >= 0; i--)
        {
            if (IsResilience(builder.AdditionalHandlers[i]))
            {
                removed(builder.AdditionalHandlers[i].GetType());
                builder.AdditionalHandlers.RemoveAt(i);
            }
        }

        builder.PrimaryHandler = Skip(builder.PrimaryHandler, removed);
        for (var outer = builder.PrimaryHandler as DelegatingHandler; outer is not null; outer = outer.InnerHandler as DelegatingHandler)
        {
            RemoveBehind(outer, removed);
        }
    }

    // One that has sent requests cannot be changed any more; it stays as it is.
    private static void RemoveBehind(DelegatingHandler outer, Action<Type> removed)
    {
        var types = new List<Type>();
        if (outer.InnerHandler is { } inner && Skip(inner, types.Add) is var remaining && !ReferenceEquals(remaining, inner)
            && HandlerChange.TryApply(() => outer.InnerHandler = remaining))
        {
            types.ForEach(removed);
        }
    }

    private static HttpMessageHandler Skip(HttpMessageHandler handler, Action<Type> skipped)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner } delegating && IsResilience(delegating))
        {
            skipped(delegating.GetType());
            handler = inner;
        }

        return handler;
    }

    private static bool IsResilience(DelegatingHandler handler)
    {
        for (Type? type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (Array.IndexOf(s_types, type.FullName) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
