using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>What gets values on their way through a method.</summary>
internal interface ISecretSinks
{
    /// <summary>A call or a creation of an object, whose operands were evaluated.</summary>
    void Visit(IOperation operation, SecretFlow flow);

    /// <summary>An assignment to a field, a property, or an element.</summary>
    void VisitAssignment(IOperation target, Traces value, SecretFlow flow);

    /// <summary>The value that the method under analysis returns; not those of the functions within it.</summary>
    void VisitReturn(IOperation value, SecretFlow flow);
}
