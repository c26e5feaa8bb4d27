using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Sinks;

/// <summary>Which fields, properties, and elements must not get a secret.</summary>
internal static class AssignmentSinks
{
    /// <param name="target">What is assigned, without conversions.</param>
    /// <param name="flow">What is known about values.</param>
    public static Sink? Find(IOperation target, SecretFlow flow) => target switch
    {
        _ when Statics.Keeps(target, flow) => Sink.Static,
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => FindElement(indexer, flow),
        IPropertyReferenceOperation property => FindProperty(property, flow),
        _ => null,
    };

    private static Sink? FindElement(IPropertyReferenceOperation indexer, SecretFlow flow)
    {
        IOperation? collection = flow.Resolve(indexer.Instance);
        if (indexer.Instance?.Type is not { } type)
        {
            return null;
        }

        if (type.Is("Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary"))
        {
            return Sink.TempData;
        }

        if (type.Is("System.Runtime.Caching.ObjectCache"))
        {
            return Sink.Cache;
        }

        if (type.Is("Microsoft.AspNetCore.Http.IHeaderDictionary"))
        {
            return CallSinks.IsSetCookie(indexer.Arguments[0].Value) ? Sink.Cookie : null;
        }

        return LogSinks.IsOfLogging(type) ? Sink.Log
            : collection is IPropertyReferenceOperation { Property.ContainingType: { } owner } ? FindOwner(owner)
            : null;
    }

    private static Sink? FindProperty(IPropertyReferenceOperation property, SecretFlow flow)
    {
        INamedTypeSymbol type = property.Property.ContainingType;
        string name = property.Property.Name;
        return flow.GetTraces(property.Instance).Has(TraceKind.Entity) ? Sink.Database
            : property.Property.GetAttributes().Any(attribute => attribute.AttributeClass.Is("Microsoft.AspNetCore.Mvc.TempDataAttribute"))
                ? Sink.TempData
            : name == "Value" && type.Is("Microsoft.Extensions.Caching.Memory.ICacheEntry") ? Sink.Cache
            : name == "SetCookie" && type.Is("Microsoft.AspNetCore.Http.IHeaderDictionary") ? Sink.Cookie
            : name == "CurrentValue" && type.IsIn("Microsoft.EntityFrameworkCore") ? Sink.Database
            : FindOwner(type);
    }

    /// <summary>The place to which an object brings what its properties get, such as the <c>Data</c> of an exception.</summary>
    private static Sink? FindOwner(INamedTypeSymbol type) =>
        type.Is("System.Exception") ? Sink.Exception
        : type.Is("System.Diagnostics.Activity") ? Sink.Activity
        : LogSinks.IsOfLogging(type) ? Sink.Log
        : null;
}
