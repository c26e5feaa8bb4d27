using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets;

/// <summary>The name of a secret in a message.</summary>
internal static class SecretName
{
    /// <param name="source">The call of <c>Reveal()</c>, or the property that is the secret.</param>
    /// <param name="flow">What is known about values.</param>
    public static string? Find(IOperation source, SecretFlow flow)
    {
        IOperation? secret = source switch
        {
            IInvocationOperation call => call.Instance,
            IMethodReferenceOperation method => method.Instance,
            _ => source,
        };
        while (true)
        {
            secret = flow.Resolve(secret);
            switch (secret)
            {
                case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Nullable" or "ClearableSecret" } } value:
                    secret = value.Instance;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.Name: "Nullable" } } value:
                    secret = value.Instance;
                    break;
                case IMemberReferenceOperation member:
                    return member.Member.Name;
                case ILocalReferenceOperation local:
                    return local.Local.Name;
                case IParameterReferenceOperation parameter:
                    return parameter.Parameter.Name;
                default:
                    return null;
            }
        }
    }
}
