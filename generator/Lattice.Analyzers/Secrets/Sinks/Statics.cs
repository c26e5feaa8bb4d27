using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Sinks;

/// <summary>Recognizes what lives as long as the process.</summary>
internal static class Statics
{
    /// <summary>Whether an expression is a static field or property of the app, or a member or an element of the object in one.</summary>
    public static bool Keeps(IOperation? operation, SecretFlow flow)
    {
        IOperation? current = flow.Resolve(operation);
        bool isMember = false;
        while (true)
        {
            switch (current)
            {
                case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                    return IsOfApp(field) && !IsAmbient(field.Type) && !field.GetAttributes().Any(IsThreadStatic);
                case IPropertyReferenceOperation { Property: { IsStatic: true } property }:
                    // The object that another property returns may be that of the current request.
                    return IsOfApp(property) && (!isMember || HasField(property));
                case IMemberReferenceOperation member:
                    current = flow.Resolve(member.Instance);
                    break;
                case IArrayElementReferenceOperation element:
                    current = flow.Resolve(element.ArrayReference);
                    break;
                default:
                    return false;
            }

            isMember = true;
        }
    }

    /// <summary>A library whose static property gets a secret, such as that of another SDK, needs it.</summary>
    private static bool IsOfApp(ISymbol member) =>
        !member.ContainingType.IsIn("System") && !member.ContainingType.IsIn("Microsoft") && !member.ContainingType.IsIn("Stripe");

    private static bool HasField(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsAmbient(ITypeSymbol type) => type.Is("System.Threading.AsyncLocal") || type.Is("System.Threading.ThreadLocal");

    private static bool IsThreadStatic(AttributeData attribute) => attribute.AttributeClass.Is("System.ThreadStaticAttribute");
}
