using Microsoft.Extensions.Http;

namespace Lattice.Stripe.Http;

/// <summary>
/// Removes the handlers of Microsoft's resilience packages, which do not take into account when Stripe allows a retry. They are recognized
/// by name, so that this library does not depend on the packages.
/// </summary>
internal static class ResilienceHandlers
{
    private static readonly string[] s_types =
    [
        // Microsoft.Extensions.Http.Resilience; the second name is from its first versions.
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler",

        // Microsoft.Extensions.Http.Polly
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>
    /// Removes all resilience handlers from the builder, and calls <paramref name="removed"/> with the type of each.
    /// </summary>
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
        HttpMessageHandler? handler = builder.PrimaryHandler;
        while (handler is DelegatingHandler outer)
        {
            RemoveInner(outer, removed);
            handler = outer.InnerHandler;
        }
    }

    // A handler that has sent requests cannot be changed and stays.
    private static void RemoveInner(DelegatingHandler outer, Action<Type> removed)
    {
        var types = new List<Type>();
        if (outer.InnerHandler is not { } inner)
        {
            return;
        }

        HttpMessageHandler remaining = Skip(inner, types.Add);
        if (types.Count > 0 && HandlerChange.TryApply(() => outer.InnerHandler = remaining))
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
