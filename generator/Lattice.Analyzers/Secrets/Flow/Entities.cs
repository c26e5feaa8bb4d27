using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>Objects that Entity Framework Core returns: it saves what is assigned to their properties.</summary>
internal static class Entities
{
    public static Traces Pass(IInvocationOperation call) =>
        IsQueryForOne(call.TargetMethod.Name) && IsOnContext(call) ? Traces.Of(Trace.Start(TraceKind.Entity, call))
        : IsQueryForAll(call.TargetMethod.Name) && IsOnContext(call)
            ? Traces.Of(Trace.Start(TraceKind.Entity, call).At(TracePath.AnyElement))
        : Traces.None;

    public static bool IsContextOrSet(ITypeSymbol? type) =>
        type.Is("Microsoft.EntityFrameworkCore.DbContext") || type.Is("Microsoft.EntityFrameworkCore.DbSet");

    private static bool IsQueryForOne(string name) => name.StartsWith("Find", StringComparison.Ordinal)
        || name.StartsWith("First", StringComparison.Ordinal)
        || name.StartsWith("Single", StringComparison.Ordinal)
        || name.StartsWith("Last", StringComparison.Ordinal);

    private static bool IsQueryForAll(string name) => name is "GetEnumerator" or "GetAsyncEnumerator" or "ToList" or "ToListAsync" or "ToArray"
        or "ToArrayAsync" or "AsAsyncEnumerable";

    private static bool IsOnContext(IInvocationOperation call)
    {
        IOperation? receiver = call;
        while (receiver?.SkipConversions() is IInvocationOperation { TargetMethod: var method } query)
        {
            // The context does not follow the objects of such a query, nor what is made of them.
            if (method.Name is "AsNoTracking" or "AsNoTrackingWithIdentityResolution" or "Select" or "SelectMany")
            {
                return false;
            }

            receiver = query.GetReceiver();
        }

        return IsContextOrSet(receiver?.SkipConversions().Type);
    }
}
