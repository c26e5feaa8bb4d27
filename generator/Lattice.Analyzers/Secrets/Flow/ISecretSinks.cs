using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>What gets values on their way through a method.</summary>
internal interface ISecretSinks
{
    /// <summary>A call, a creation of an object, or an assignment, whose operands were evaluated.</summary>
    void Visit(IOperation operation, SecretFlow flow);

    /// <summary>The value that the method under analysis returns; not those of the functions within it.</summary>
    void VisitReturn(IOperation value, SecretFlow flow);
}
